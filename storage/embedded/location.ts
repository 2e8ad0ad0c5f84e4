import { createHash } from 'node:crypto';
import { chown, mkdir, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { type Account, accountCan, runsAsRoot, unprivilegedAccount } from './account.ts';
import { completeLinks, copyBinaries, installedBinaries, type ServerBinaries } from './binaries.ts';
import { stopCluster } from './postmaster.ts';

/** Where the server's programs and data are, and who runs it. */
export interface ServerPlace {
  /** Holds cluster/, password, port and server.log. */
  readonly home: string;
  readonly binaries: ServerBinaries;
  /** null: the account of this process. */
  readonly account: Account | null;
  /** A line for the operator when something is not where one would look for it. */
  readonly note: string | null;
}

const systemFolder = '/var/lib/cuigao';

const ownerOf = async (path: string): Promise<Account | null> =>
  stat(path).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );

/**
 * Under `dataDir` when the server's account can get there; otherwise (root's clone under /root, mode 700) below
 * /var/lib/cuigao, one folder per data directory. An existing cluster is run by its owner.
 */
export const placeServer = async (dataDir: string): Promise<ServerPlace> => {
  await mkdir(dataDir, { recursive: true });
  const base = await realpath(dataDir);
  const inDataDir = join(base, 'postgres');
  if (!runsAsRoot()) {
    const owner = await ownerOf(inDataDir);
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new AppError(
        'configuration',
        `${inDataDir} 属于另一个用户（uid ${owner.uid}）。请用该用户或 root 运行，或把 DATA_DIR 换成别的目录。`,
      );
    }
    await mkdir(inDataDir, { recursive: true, mode: 0o700 });
    return {
      home: inDataDir,
      binaries: await usableBinaries(null, join(inDataDir, 'binaries')),
      account: null,
      note: null,
    };
  }

  const owner = await ownerOf(join(inDataDir, 'cluster'));
  const account = owner && owner.uid !== 0 ? owner : await unprivilegedAccount();
  const binaries = await usableBinaries(account, systemFolder);
  const reachable = owner !== null || accountCan(account, 'x', base);
  const home = reachable ? inDataDir : await systemHome(base);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chown(home, account.uid, account.gid);
  const moved = [
    ...(binaries.root.startsWith(systemFolder) ? [`程序在 ${binaries.root}`] : []),
    ...(reachable ? [] : [`数据在 ${home}`]),
  ];
  return {
    home,
    binaries,
    account,
    note: moved.length === 0 ? null : `内置 PostgreSQL 的账户进不了 ${base}：${moved.join('，')}`,
  };
};

const usableBinaries = async (account: Account | null, copies: string): Promise<ServerBinaries> => {
  const installed = await installedBinaries();
  const complete = await completeLinks(installed.root);
  if (complete && accountCan(account, 'x', join(installed.root, 'bin', 'postgres'))) return installed;
  return copyBinaries(installed, join(copies, `postgres-${installed.version}`));
};

/**
 * The folder that stands for a data directory out of the server's reach. A mark in the data directory ties the two:
 * when somebody deleted the data directory, its old cluster is set aside, not taken for the new one's.
 */
const systemHome = async (base: string): Promise<string> => {
  const home = join(systemFolder, createHash('sha256').update(base).digest('hex').slice(0, 12));
  const mark = join(base, 'postgres-is-elsewhere.txt');
  const marked = await ownerOf(mark);
  if (!marked) {
    if (await ownerOf(home)) {
      await stopCluster(join(home, 'cluster'));
      await rename(home, `${home}.set-aside-${Date.now()}`);
    }
    await writeFile(mark, `${home}\n`, { mode: 0o600 });
  }
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  return home;
};
