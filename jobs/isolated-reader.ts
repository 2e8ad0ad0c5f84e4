import type { ChildProcess } from 'node:child_process';
import { AppError } from '../core/errors.ts';
import type { ReadOutcome } from '../core/report-document.ts';
import { defaultLimits, type ReadingLimits } from '../report/reading/limits.ts';
import { refused, sentences } from '../report/reading/refusal.ts';
import { killProcessGroup, residentBytes, startReadingProcess } from './reading-process.ts';
import type { ChildMessage, ReadRequest } from './reading-protocol.ts';

export interface IsolatedReaderOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Files read at the same time; further ones wait. */
  readonly concurrency?: number;
  /** Megabytes of the child's JavaScript heap, and of all its memory. */
  readonly heapMb?: number;
  readonly residentMb?: number;
  /** Milliseconds for one file. */
  readonly timeoutMs?: number;
}

export interface IsolatedReader {
  /** Never rejects for what a file does; an AppError `unavailable` means that the child could not be started. */
  read(bytes: Uint8Array, fileName: string): Promise<ReadOutcome>;
  close(): Promise<void>;
}

const watchEveryMs = 100;

/**
 * Reads every file in a forked process of its own, which is ended afterwards, whatever happened in it. A spare process
 * stands ready, so that starting one costs no time.
 */
export const createIsolatedReader = (options: IsolatedReaderOptions = {}): IsolatedReader => {
  const { concurrency = 2, heapMb = 512, residentMb = 1200, timeoutMs = 30_000 } = options;
  const limits: ReadingLimits = { ...defaultLimits, ...options.limits };
  const running = new Set<ChildProcess>();
  const waiting: (() => void)[] = [];
  let spare: ChildProcess | undefined;
  let free = concurrency;
  let closed = false;

  const start = (): ChildProcess => {
    const child = startReadingProcess(heapMb);
    child.on('error', () => {});
    return child;
  };
  const takeChild = (): ChildProcess => {
    const child = spare?.connected ? spare : start();
    child.ref();
    child.channel?.ref();
    running.add(child);
    spare = undefined;
    return child;
  };
  const keepSpare = (): void => {
    if (closed || spare?.connected) return;
    spare = start();
    spare.unref();
    spare.channel?.unref();
  };

  const readIn = (child: ChildProcess, request: ReadRequest): Promise<ReadOutcome> =>
    new Promise((resolve, reject) => {
      let settled = false;
      const settle = (act: () => void): void => {
        if (settled) return;
        settled = true;
        clearTimeout(clock);
        clearInterval(watch);
        running.delete(child);
        killProcessGroup(child);
        act();
      };
      const answer = (outcome: ReadOutcome): void => settle(() => resolve(outcome));
      const clock = setTimeout(() => answer(refused('timeout', sentences.timeout)), timeoutMs);
      const watch = setInterval(() => {
        if (child.pid !== undefined && residentBytes(child.pid) > residentMb * 1024 * 1024) {
          answer(refused('out-of-memory', sentences.outOfMemory));
        }
      }, watchEveryMs);
      child.on('message', (message: ChildMessage) => {
        if (message.type === 'outcome') answer(message.outcome);
      });
      child.once('exit', (code, signal) => {
        if (code === 1 || closed) {
          settle(() => reject(new AppError('unavailable', 'the reading process could not start', { retryable: true })));
        } else if (signal === 'SIGABRT' || code === 134) answer(refused('out-of-memory', sentences.outOfMemory));
        else answer(refused('damaged', sentences.damaged));
      });
      child.send(request, (error) => {
        if (error === null) return;
        const failure = new AppError('unavailable', 'the reading process is gone', { retryable: true, cause: error });
        settle(() => reject(failure));
      });
    });

  return {
    async read(bytes, fileName) {
      if (closed) throw new AppError('unavailable', 'the reader is closed');
      if (bytes.length === 0) return refused('empty', sentences.empty);
      if (bytes.length > limits.fileBytes) return refused('too-large', sentences.tooLarge);
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        const outcome = readIn(takeChild(), { bytes, fileName, limits });
        keepSpare();
        return await outcome;
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
    close() {
      closed = true;
      for (const child of [...running, ...(spare ? [spare] : [])]) killProcessGroup(child);
      return Promise.resolve();
    },
  };
};
