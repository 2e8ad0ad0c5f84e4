import type { PlaygroundEvent } from '../../web-api.ts';

export type StreamState = 'connecting' | 'live' | 'lost';

export interface StreamListener {
  event(event: PlaygroundEvent): void;
  /** `live` after a break means: events were missed, load everything again. */
  state(state: StreamState): void;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** The wait before the given attempt (0 for the first), half of it at random so that tabs do not come back in step. */
export const retryWait = (attempt: number, random: number): number => {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt, 10));
  return whole / 2 + (whole / 2) * random;
};

/** Listens to /api/events until the returned function is called; reconnects by itself. */
export function openEventStream(listener: StreamListener, address = '/api/events'): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let attempt = 0;
  let closed = false;

  const connect = (): void => {
    source = new EventSource(address);
    source.onopen = () => {
      attempt = 0;
      listener.state('live');
    };
    source.onmessage = (message: MessageEvent<string>) => {
      try {
        listener.event(JSON.parse(message.data) as PlaygroundEvent);
      } catch {
        // One unreadable event must not end the stream.
      }
    };
    source.onerror = () => {
      // The browser's own retry gives up for good on some answers, so it is never left to it.
      source?.close();
      if (closed) return;
      listener.state('lost');
      timer = window.setTimeout(connect, retryWait(attempt, Math.random()));
      attempt += 1;
    };
  };

  const retryNow = (): void => {
    if (closed || source?.readyState !== EventSource.CLOSED) return;
    window.clearTimeout(timer);
    connect();
  };

  listener.state('connecting');
  connect();
  // Back on the screen, or back on the network: nobody waits for the next try.
  const seenAgain = (): void => {
    if (!document.hidden) retryNow();
  };
  window.addEventListener('online', retryNow);
  document.addEventListener('visibilitychange', seenAgain);
  return () => {
    closed = true;
    window.clearTimeout(timer);
    window.removeEventListener('online', retryNow);
    document.removeEventListener('visibilitychange', seenAgain);
    source?.close();
  };
}
