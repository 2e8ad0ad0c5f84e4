import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const pageBytes = 4096;

/** Starts the reading child in a process group of its own, with a bounded heap, nothing in its environment and no output. */
export const startReadingProcess = (heapMb: number): ChildProcess => {
  const source = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(`./reading-child.${source ? 'ts' : 'js'}`, import.meta.url));
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  return fork(entry, [], {
    execArgv: [`--max-old-space-size=${heapMb}`, ...loader],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: process.platform !== 'win32',
  });
};

/** Ends the child and everything it started. */
export const killProcessGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
};

/** Resident bytes of a process, or 0 where the system does not tell. */
export const residentBytes = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * pageBytes;
  } catch {
    return 0;
  }
};
