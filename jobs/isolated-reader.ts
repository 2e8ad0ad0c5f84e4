import type { ChildProcess } from 'node:child_process';
import { AppError } from '../core/errors.ts';
import type { ReadOutcome } from '../core/report-document.ts';
import type { ConvertToDocx } from '../report/reading/conversion.ts';
import { defaultLimits, type ReadingLimits } from '../report/reading/limits.ts';
import { refused, sentences } from '../report/reading/refusal.ts';
import { createOfficeConverter } from './office-converter.ts';
import { killGroup } from './process-group.ts';
import { readInProcess, startReadingProcess } from './reading-process.ts';
import { createSlots } from './slots.ts';

export interface IsolatedReaderOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Files read at the same time; further ones wait. */
  readonly concurrency?: number;
  /** Megabytes of the child's JavaScript heap, and of all its memory. */
  readonly heapMb?: number;
  readonly residentMb?: number;
  /** Milliseconds for one file, conversion and text recognition not counted. */
  readonly timeoutMs?: number;
  /** How .doc, .wps, .rtf and .odt become .docx; LibreOffice by default. */
  readonly convert?: ConvertToDocx;
}

export interface IsolatedReader {
  /** Never rejects for what a file does; an AppError `unavailable` means that the child could not be started. */
  read(bytes: Uint8Array, fileName: string): Promise<ReadOutcome>;
  close(): Promise<void>;
}

/**
 * Reads every file in a forked process of its own, which is ended afterwards, whatever happened in it. A spare process
 * stands ready, so that starting one costs no time.
 */
export const createIsolatedReader = (options: IsolatedReaderOptions = {}): IsolatedReader => {
  const { concurrency = 2, heapMb = 512, residentMb = 1200, timeoutMs = 30_000 } = options;
  const limits: ReadingLimits = { ...defaultLimits, ...options.limits };
  const bounds = {
    residentBytes: residentMb * 1024 * 1024,
    timeoutMs,
    recognitionMs: limits.ocrTotalMs + timeoutMs,
  };
  const convert = options.convert ?? createOfficeConverter();
  const slots = createSlots(concurrency);
  const running = new Set<ChildProcess>();
  let spare: ChildProcess | undefined;
  let closed = false;

  const takeChild = (): ChildProcess => {
    const child = spare?.connected ? spare : startReadingProcess(heapMb);
    spare = undefined;
    child.ref();
    child.channel?.ref();
    return child;
  };
  const keepSpare = (): void => {
    if (closed || spare?.connected) return;
    spare = startReadingProcess(heapMb);
    spare.unref();
    spare.channel?.unref();
  };

  return {
    async read(bytes, fileName) {
      if (bytes.length === 0) return refused('empty', sentences.empty);
      if (bytes.length > limits.fileBytes) return refused('too-large', sentences.tooLarge);
      return slots.run(async () => {
        if (closed) throw new AppError('unavailable', 'the reader is closed', { retryable: true });
        const child = takeChild();
        running.add(child);
        const outcome = readInProcess(child, { type: 'read', bytes, fileName, limits }, bounds, convert);
        keepSpare();
        return outcome.finally(() => running.delete(child));
      });
    },
    close() {
      closed = true;
      for (const child of running) killGroup(child.pid);
      killGroup(spare?.pid);
      return Promise.resolve();
    },
  };
};
