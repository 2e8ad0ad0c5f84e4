import type { ChildProcess } from 'node:child_process';
import { AppError } from '../core/errors.ts';
import type { ReadOutcome } from '../core/report-document.ts';
import type { ConvertToDocx } from '../report/reading/conversion.ts';
import { refused, sentences } from '../report/reading/refusal.ts';
import { startChild } from './child-process.ts';
import type { ChildMessage, ParentMessage } from './reading-protocol.ts';
import { watchChild } from './watched-child.ts';

export const startReadingProcess = (heapMb: number): ChildProcess => startChild('reading-child', heapMb);

export interface ReadingBounds {
  readonly residentBytes: number;
  /** Milliseconds for reading, conversion not counted, and in all once text recognition has begun. */
  readonly timeoutMs: number;
  readonly recognitionMs: number;
}

type ReadRequest = Extract<ParentMessage, { type: 'read' }>;

/** Lets the child read one file and ends it afterwards, whatever happened in it. */
export const readInProcess = (
  child: ChildProcess,
  request: ReadRequest,
  bounds: ReadingBounds,
  convert: ConvertToDocx,
): Promise<ReadOutcome> =>
  new Promise((resolve, reject) => {
    let ready = false;
    const fail = (cause: unknown): void => {
      reading.end();
      reject(new AppError('unavailable', 'the reading process could not be started', { retryable: true, cause }));
    };
    const reading = watchChild<ParentMessage, ChildMessage>(child, bounds.residentBytes, {
      onMessage(message) {
        ready = true;
        if (message.type === 'recognising') reading.allow(bounds.recognitionMs);
        else if (message.type === 'convert') {
          reading.allow(null);
          convert(request.bytes, message.extension).then((outcome) => {
            reading.allow(bounds.timeoutMs);
            reading.send({ type: 'converted', outcome });
          }, fail);
        } else if (message.type === 'outcome') {
          reading.end();
          resolve(message.outcome);
        }
      },
      onStop(how, cause) {
        if (how === 'memory') resolve(refused('out-of-memory', sentences.outOfMemory));
        else if (how === 'time') resolve(refused('timeout', sentences.timeout));
        else if (ready && cause === undefined) resolve(refused('damaged', sentences.damaged));
        else fail(cause);
      },
    });
    reading.allow(bounds.timeoutMs);
    reading.send(request);
  });
