import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { placeServer } from './embedded/location.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { ensureServer, stopServer } from './embedded/server.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuigao-embedded-'));
  await chmod(folder, 0o755);
});

afterEach(async () => stopServer(await placeServer(folder)));
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
};

const cluster = () => join(folder, 'postgres', 'cluster');

describe('embedded PostgreSQL', () => {
  it('is made once by two processes that start together, over what a killed one left half made', async () => {
    await mkdir(join(folder, 'postgres', `making-${2 ** 22 + 1}-1`, 'base'), { recursive: true });
    const place = await placeServer(folder);
    const [one, other] = await Promise.all([ensureServer(place), ensureServer(place)]);
    expect(one.pid).toBe(other.pid);
    expect((await readdir(join(folder, 'postgres'))).sort()).toEqual(['cluster', 'password', 'port', 'server.log']);
  });

  it('keeps data and address over a stop and a start', async () => {
    const first = await startEmbeddedPostgres(folder);
    await ask(first.url, "CREATE TABLE kept AS SELECT '述职' AS word");
    await first.stop();
    expect(await readPostmaster(cluster())).toBeNull();
    const second = await startEmbeddedPostgres(folder);
    expect({ url: second.url, adopted: second.adopted }).toEqual({ url: first.url, adopted: false });
    expect(await ask(second.url, 'SELECT word FROM kept')).toEqual(['述职']);
    await second.stop();
  });

  it('listens on loopback alone, asks for the password and orders by code point', async () => {
    const { url, stop } = await startEmbeddedPostgres(folder);
    expect(await ask(url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await ask(url, 'SHOW unix_socket_directories')).toEqual(['']);
    expect(await ask(url, 'SELECT datcollate, datlocprovider, datlocale FROM pg_database LIMIT 1')).toEqual([
      'C',
      'b',
      'C.UTF-8',
    ]);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed');
    await stop();
  });

  it('refuses a second process with a sentence that names the first', async () => {
    const first = await startEmbeddedPostgres(folder);
    await expect(startEmbeddedPostgres(folder)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`另一个催稿进程（pid ${process.pid}）正在使用数据目录 ${folder}`),
    });
    expect(await ask(first.url, 'SELECT 1')).toEqual([1]);
    await first.stop();
  });

  it('takes over at once from a process that was killed', async () => {
    const script = `import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
      console.log((await startEmbeddedPostgres(${JSON.stringify(folder)})).url); setInterval(() => {}, 1000);`;
    const killed = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(killed.stdout, 'data')) as [Buffer];
    killed.kill('SIGKILL');
    const next = await startEmbeddedPostgres(folder);
    expect({ url: next.url, adopted: next.adopted }).toEqual({ url: said.toString().trim(), adopted: true });
    await next.stop();
  });

  it('starts although the file of a dead server names a process that lives', async () => {
    const first = await startEmbeddedPostgres(folder);
    await first.stop();
    const lines = [process.pid, cluster(), 1, 5432, '', '127.0.0.1', ' 1 1', 'ready', ''];
    await writeFile(join(cluster(), 'postmaster.pid'), lines.join('\n'));
    const second = await startEmbeddedPostgres(folder);
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('is back on the same address after the server was killed', async () => {
    const crashes: (Error | null)[] = [];
    const { url, stop } = await startEmbeddedPostgres(folder, { onCrash: (failure) => crashes.push(failure) });
    const before = await readPostmaster(cluster());
    process.kill(before!.pid, 'SIGKILL');
    await expect.poll(() => crashes, { timeout: 20_000 }).toEqual([null]);
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
    expect((await readFile(join(cluster(), 'postmaster.pid'), 'utf8')).startsWith(`${before!.pid}\n`)).toBe(false);
    await stop();
  });
});
