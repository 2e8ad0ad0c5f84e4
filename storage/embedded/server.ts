import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../core/errors.ts';
import type { ServerPlace } from './location.ts';
import { isAlive, readPostmaster, servesCluster, stopCluster } from './postmaster.ts';

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  readonly password: string;
  /** True when the server was running already, left by a killed process or shared with another one. */
  readonly adopted: boolean;
}

export const serverUser = 'cuigao';
const startLimitMs = 60_000;
const pollMs = 20;
const logLimitBytes = 5_000_000;

const childEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const clusterOf = (place: ServerPlace): string => join(place.home, 'cluster');

/** Brings the place's server up: makes its cluster on the first call, adopts it when it runs already. */
export const ensureServer = async (place: ServerPlace): Promise<RunningServer> => {
  const password = await ensurePassword(place);
  await ensureCluster(place);
  const cluster = clusterOf(place);
  const until = Date.now() + startLimitMs;
  let starting: StartAttempt | null = null;
  while (Date.now() < until) {
    const found = await readPostmaster(cluster);
    if (found && (await servesCluster(found.pid, cluster))) {
      if (found.status === 'ready') return { ...found, password, adopted: starting?.pid !== found.pid };
    } else if (starting === null || starting.exited) {
      if (starting !== null) await delay(200);
      // A left-over file whose number now belongs to a stranger would keep the server from starting.
      if (found) await rm(join(cluster, 'postmaster.pid'), { force: true });
      starting = await spawnServer(place);
    }
    await delay(pollMs);
  }
  throw new AppError('unavailable', `内置 PostgreSQL 没有启动起来。请查看 ${join(place.home, 'server.log')}。`);
};

export const stopServer = (place: ServerPlace): Promise<void> => stopCluster(clusterOf(place));

const ensurePassword = async (place: ServerPlace): Promise<string> => {
  const file = join(place.home, 'password');
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (place.account) await chown(file, place.account.uid, place.account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
};

/** initdb works in a folder of its own that is then renamed: a kill in between leaves no half-made cluster. */
const ensureCluster = async (place: ServerPlace): Promise<void> => {
  const cluster = clusterOf(place);
  if (await stat(cluster).catch(() => null)) return;
  for (const name of await readdir(place.home)) {
    const maker = Number(/^making-(\d+)-/.exec(name)?.[1]);
    if (maker > 0 && !isAlive(maker)) await rm(join(place.home, name), { recursive: true, force: true });
  }
  const making = join(place.home, `making-${process.pid}-${Date.now()}`);
  const initdb = spawn(
    join(place.binaries.root, 'bin', 'initdb'),
    [
      `--pgdata=${making}`,
      `--username=${serverUser}`,
      `--pwfile=${join(place.home, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      '--no-sync',
    ],
    { ...place.account, cwd: place.home, env: childEnv, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  initdb.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    initdb.once('error', reject);
    initdb.once('close', resolve);
  });
  if (code !== 0) {
    throw new AppError(
      'unavailable',
      `内置 PostgreSQL 建库失败：${complaint.trim()}。也可以设置 DATABASE_URL 使用现成的。`,
    );
  }
  await rename(making, cluster).catch(async (error: NodeJS.ErrnoException) => {
    await rm(making, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
};

interface StartAttempt {
  readonly pid: number | undefined;
  exited: boolean;
}

/** In a session of its own, so that Ctrl-C reaches the bot alone and the bot decides when the server stops. */
const spawnServer = async (place: ServerPlace): Promise<StartAttempt> => {
  const port = await choosePort(place);
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=64MB',
    'wal_level=minimal',
    'max_wal_senders=0',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
  ];
  const log = await openLog(place);
  try {
    const child = spawn(
      join(place.binaries.root, 'bin', 'postgres'),
      ['-D', clusterOf(place), ...settings.flatMap((setting) => ['-c', setting])],
      { ...place.account, cwd: place.home, env: childEnv, detached: true, stdio: ['ignore', log.fd, log.fd] },
    );
    const attempt: StartAttempt = { pid: child.pid, exited: false };
    child.once('error', () => {
      attempt.exited = true;
    });
    child.once('exit', () => {
      attempt.exited = true;
    });
    child.unref();
    return attempt;
  } finally {
    await log.close();
  }
};

const openLog = async (place: ServerPlace) => {
  const file = join(place.home, 'server.log');
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return open(file, size > logLimitBytes ? 'w' : 'a', 0o600);
};

/** The port of last time while it is free, so that tools that were pointed at it keep working. */
const choosePort = async (place: ServerPlace): Promise<number> => {
  const file = join(place.home, 'port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (remembered > 0 ? await freePort(remembered) : null) ?? (await freePort(0));
  if (port === null) throw new AppError('unavailable', '本机回环地址上没有可用的端口，内置 PostgreSQL 无法启动。');
  if (port !== remembered) await writeFile(file, String(port), { mode: 0o600 });
  return port;
};

const freePort = (wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
