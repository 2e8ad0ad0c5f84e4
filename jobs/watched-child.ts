import type { ChildProcess } from 'node:child_process';
import { killGroup, residentBytes } from './process-group.ts';

/** memory: it took more than it may · time: it took too long · ended: it went by itself, or was never there. */
export type ChildStop = 'memory' | 'time' | 'ended';

export interface ChildEvents<Message> {
  readonly onMessage: (message: Message) => void;
  /** At most once, when the child is gone and did not answer in time; `cause` when it could not be reached at all. */
  readonly onStop: (how: ChildStop, cause?: unknown) => void;
}

export interface WatchedChild<Request> {
  send(request: Request): void;
  /** Milliseconds from now on; null while something else is waited for. */
  allow(ms: number | null): void;
  /** Ends the child; nothing more is heard of it. */
  end(): void;
}

const watchEveryMs = 100;
/** How a process ends whose heap was not enough. */
const aborted = 134;

/** Talks with a child that handles one untrusted file, and ends it when it takes too much memory or time. */
export const watchChild = <Request extends object, Message>(
  child: ChildProcess,
  mostResidentBytes: number,
  { onMessage, onStop }: ChildEvents<Message>,
): WatchedChild<Request> => {
  let clock: NodeJS.Timeout | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    clearTimeout(clock);
    clearInterval(watch);
    child.removeAllListeners('exit').removeAllListeners('message');
    killGroup(child.pid);
  };
  const stop = (how: ChildStop, cause?: unknown): void => {
    if (over) return;
    end();
    onStop(how, cause);
  };
  const watch = setInterval(() => {
    if (child.pid !== undefined && residentBytes(child.pid) > mostResidentBytes) stop('memory');
  }, watchEveryMs);
  child.on('message', onMessage);
  child.once('exit', (code, signal) => stop(signal === 'SIGABRT' || code === aborted ? 'memory' : 'ended'));
  return {
    send(request) {
      child.send(request, (error) => {
        if (error !== null) stop('ended', error);
      });
    },
    allow(ms) {
      clearTimeout(clock);
      if (ms !== null && !over) clock = setTimeout(() => stop('time'), ms);
    },
    end,
  };
};
