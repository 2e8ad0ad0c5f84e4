import type { ChildProcess } from 'node:child_process';
import { AppError } from '../core/errors.ts';
import type { ReadOutcome } from '../core/report-document.ts';
import type { ConvertToDocx } from '../report/reading/conversion.ts';
import { refused, sentences } from '../report/reading/refusal.ts';
import { startChild } from './child-process.ts';
import { killGroup, residentBytes } from './process-group.ts';
import type { ChildMessage, ParentMessage } from './reading-protocol.ts';

export const startReadingProcess = (heapMb: number): ChildProcess => startChild('reading-child', heapMb);

export interface ReadingBounds {
  readonly residentBytes: number;
  /** Milliseconds for reading, conversion not counted, and in all once text recognition has begun. */
  readonly timeoutMs: number;
  readonly recognitionMs: number;
}

type ReadRequest = Extract<ParentMessage, { type: 'read' }>;

const watchEveryMs = 100;
const failedStart = (cause?: unknown) =>
  new AppError('unavailable', 'the reading process could not be started', { retryable: true, cause });

/** Lets the child read one file and ends it afterwards, whatever happened in it. */
export const readInProcess = (
  child: ChildProcess,
  request: ReadRequest,
  bounds: ReadingBounds,
  convert: ConvertToDocx,
): Promise<ReadOutcome> =>
  new Promise((resolve, reject) => {
    let ready = false;
    let clock = setTimeout(() => {}, 0);
    const settle = (act: () => void): void => {
      clearTimeout(clock);
      clearInterval(watch);
      child.removeAllListeners('exit').removeAllListeners('message');
      killGroup(child.pid);
      act();
    };
    const answer = (outcome: ReadOutcome): void => settle(() => resolve(outcome));
    const fail = (cause?: unknown): void => settle(() => reject(failedStart(cause)));
    const allow = (ms: number): void => {
      clearTimeout(clock);
      clock = setTimeout(() => answer(refused('timeout', sentences.timeout)), ms);
    };
    const watch = setInterval(() => {
      if (child.pid !== undefined && residentBytes(child.pid) > bounds.residentBytes) {
        answer(refused('out-of-memory', sentences.outOfMemory));
      }
    }, watchEveryMs);
    const deliver = (message: ParentMessage): void => {
      child.send(message, (error) => {
        if (error !== null) fail(error);
      });
    };

    child.on('message', (message: ChildMessage) => {
      ready = true;
      if (message.type === 'outcome') answer(message.outcome);
      else if (message.type === 'recognising') allow(bounds.recognitionMs);
      else if (message.type === 'convert') {
        clearTimeout(clock);
        convert(request.bytes, message.extension).then((outcome) => {
          allow(bounds.timeoutMs);
          deliver({ type: 'converted', outcome });
        }, fail);
      }
    });
    child.once('exit', (code, signal) => {
      if (signal === 'SIGABRT' || code === 134) answer(refused('out-of-memory', sentences.outOfMemory));
      else if (ready) answer(refused('damaged', sentences.damaged));
      else fail();
    });
    allow(bounds.timeoutMs);
    deliver(request);
  });
