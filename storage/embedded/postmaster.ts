import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What a running server says about itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** ready, starting, stopping, standby … */
  readonly status: string;
}

/** null when there is no such file, or a server is only just writing it. */
export const parsePostmaster = (text: string): Postmaster | null => {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, status: lines[7]?.trim() ?? '' };
};

export const readPostmaster = async (cluster: string): Promise<Postmaster | null> =>
  readFile(join(cluster, 'postmaster.pid'), 'utf8').then(parsePostmaster, () => null);

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const commandLineOf = async (pid: number): Promise<string> => {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null);
    return listed?.stdout ?? '';
  }
};

/** Whether that process is the server of this cluster, and not another one that got its number after a reboot. */
export const servesCluster = async (pid: number, cluster: string): Promise<boolean> =>
  isAlive(pid) && (await commandLineOf(pid)).includes(cluster);

const pollMs = 20;

/** Stops it as a fast shutdown: open transactions are rolled back, everything committed is kept. */
export const stopCluster = async (cluster: string): Promise<void> => {
  const signals = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ] as const;
  for (const [signal, patience] of signals) {
    const running = await readPostmaster(cluster);
    if (!running || !(await servesCluster(running.pid, cluster))) return;
    process.kill(running.pid, signal);
    if (await isGone(cluster, running, Date.now() + patience)) return;
  }
};

const isGone = async (cluster: string, running: Postmaster, until: number): Promise<boolean> => {
  while (Date.now() < until) {
    const now = await readPostmaster(cluster);
    if (now?.pid !== running.pid || !(await servesCluster(running.pid, cluster))) return true;
    await delay(pollMs);
  }
  return false;
};
