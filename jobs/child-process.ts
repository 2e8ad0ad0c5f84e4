import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Starts a child that handles untrusted files, in a process group of its own, with a bounded heap, nothing in its
 * environment and no output. `entry` is a file beside this one, without its extension.
 */
export const startChild = (entry: 'reading-child' | 'annotating-child', heapMb: number): ChildProcess => {
  const source = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`./${entry}.${source ? 'ts' : 'js'}`, import.meta.url));
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${heapMb}`, ...loader],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: process.platform !== 'win32',
  });
  // Without a listener a failed start would end the whole process; who asks notices by `exit` or `send`.
  child.on('error', () => {});
  return child;
};
