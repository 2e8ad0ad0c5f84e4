import type { ChildProcess } from 'node:child_process';
import { AppError } from '../core/errors.ts';
import { defaultLimits, type ReadingLimits } from '../report/reading/limits.ts';
import type { AnnotatedFile, AnnotateRequest, AnnotatingChildMessage } from './annotating-protocol.ts';
import { startChild } from './child-process.ts';
import { killGroup } from './process-group.ts';
import { createSlots } from './slots.ts';
import { watchChild } from './watched-child.ts';

export interface IsolatedAnnotatorOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Files at the same time; further ones wait. */
  readonly concurrency?: number;
  /** Megabytes of the child's JavaScript heap, and of all its memory. */
  readonly heapMb?: number;
  readonly residentMb?: number;
  readonly timeoutMs?: number;
}

/** Null when the file cannot be annotated within the limits, whatever is tried again. */
export type Annotate = (request: Omit<AnnotateRequest, 'limits'>) => Promise<AnnotatedFile | null>;

export interface IsolatedAnnotator {
  /** Rejects with an AppError `unavailable` when the child could not be started or was ended from outside. */
  readonly annotate: Annotate;
  close(): Promise<void>;
}

/** Annotates every file in a forked process of its own, which is ended afterwards, whatever happened in it. */
export const createIsolatedAnnotator = (options: IsolatedAnnotatorOptions = {}): IsolatedAnnotator => {
  const { concurrency = 2, heapMb = 512, residentMb = 1200, timeoutMs = 60_000 } = options;
  const limits: ReadingLimits = { ...defaultLimits, ...options.limits };
  const slots = createSlots(concurrency);
  const running = new Set<ChildProcess>();
  let closed = false;

  return {
    annotate: (request) =>
      slots.run(async () => {
        if (closed) throw unavailable();
        const child = startChild('annotating-child', heapMb);
        running.add(child);
        const bounds = { residentBytes: residentMb * 1024 * 1024, timeoutMs };
        return annotateInProcess(child, { ...request, limits }, bounds).finally(() => running.delete(child));
      }),
    close() {
      closed = true;
      for (const child of running) killGroup(child.pid);
      return Promise.resolve();
    },
  };
};

const annotateInProcess = (
  child: ChildProcess,
  request: AnnotateRequest,
  bounds: { readonly residentBytes: number; readonly timeoutMs: number },
): Promise<AnnotatedFile | null> =>
  new Promise((resolve, reject) => {
    const annotating = watchChild<AnnotateRequest, AnnotatingChildMessage>(child, bounds.residentBytes, {
      onMessage(message) {
        annotating.end();
        resolve(message.type === 'annotated' ? message.file : null);
      },
      onStop(how, cause) {
        if (how === 'ended') reject(unavailable(cause));
        else resolve(null);
      },
    });
    annotating.allow(bounds.timeoutMs);
    annotating.send(request);
  });

const unavailable = (cause?: unknown): AppError =>
  new AppError('unavailable', 'the annotating process could not be started', { retryable: true, cause });
