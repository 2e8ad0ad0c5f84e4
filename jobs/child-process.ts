import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Where the system has it, the kernel bounds the child too: processor seconds, so that a child left behind by a killed
 * parent ends some day; no core dumps; and no writing to any file, except where the loader of the tests keeps its cache.
 */
const prlimit = '/usr/bin/prlimit';
const kernelBounds = ['--cpu=900', '--core=0'];

/**
 * A child lives for one file: garbage is collected early and nothing is compiled in the background, which takes a quarter
 * less memory and no more time.
 */
export const thrift = ['--single-threaded', '--max-semi-space-size=1'];

/**
 * Starts a child that handles untrusted files, in a process group of its own, with a bounded heap, nothing in its
 * environment and no output. `entry` is a file beside this one, without its extension.
 */
export const startChild = (entry: 'reading-child' | 'annotating-child', heapMb: number): ChildProcess => {
  const source = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`./${entry}.${source ? 'ts' : 'js'}`, import.meta.url));
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const node = [`--max-old-space-size=${heapMb}`, ...thrift, ...loader];
  const bounds = source ? kernelBounds : [...kernelBounds, '--fsize=0'];
  const bounded = existsSync(prlimit);
  const child = fork(file, [], {
    execPath: bounded ? prlimit : process.execPath,
    execArgv: bounded ? [...bounds, process.execPath, ...node] : node,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: process.platform !== 'win32',
  });
  // Without a listener a failed start would end the whole process; who asks notices by `exit` or `send`.
  child.on('error', () => {});
  return child;
};
