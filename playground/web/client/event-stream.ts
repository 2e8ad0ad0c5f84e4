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

/** One connection of this tab's own; reconnects by itself. */
function connectAlone(listener: StreamListener): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let attempt = 0;
  let closed = false;

  const connect = (): void => {
    source = new EventSource('/api/events');
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

type Passed = { event: PlaygroundEvent } | { state: StreamState } | 'what state?';

/** Phones put tabs in the background to sleep, with all they hold. */
const silenceMs = 2500;

/**
 * One connection for all tabs: a browser opens six to a server, and each tab holding one leaves the seventh with none.
 * Whoever holds the lock has the connection and passes on what comes; when that tab is closed, another one takes over,
 * and when it does not answer, a tab that is looked at connects by itself.
 */
function connectTogether(listener: StreamListener): () => void {
  const channel = new BroadcastChannel('playground.events');
  const leaving = new AbortController();
  let state: StreamState | undefined;
  let leads = false;
  let alone: (() => void) | undefined;
  let unanswered: number | undefined;
  const take = (next: StreamState): void => {
    if (next === state) return;
    state = next;
    listener.state(next);
  };
  const pass = (message: Passed): void => channel.postMessage(message);

  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data === 'what state?') {
      if (leads && state !== undefined) pass({ state });
      return;
    }
    window.clearTimeout(unanswered);
    if (alone !== undefined) return;
    if ('event' in data) listener.event(data.event);
    else take(data.state);
  };
  const ask = (): void => {
    if (document.hidden || leads || alone !== undefined) return;
    window.clearTimeout(unanswered);
    unanswered = window.setTimeout(() => {
      if (!leads) alone = connectAlone({ event: listener.event, state: take });
    }, silenceMs);
    pass('what state?');
  };
  take('connecting');
  ask();
  document.addEventListener('visibilitychange', ask);

  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      leads = true;
      window.clearTimeout(unanswered);
      alone?.();
      // What came while nobody was listening is loaded anew: by everybody, since `live` follows `connecting`.
      const close = connectAlone({
        event(event) {
          listener.event(event);
          pass({ event });
        },
        state(next) {
          take(next);
          pass({ state: next });
        },
      });
      leaving.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  navigator.locks.request('playground.events', { signal: leaving.signal }, lead).catch(() => {
    // Left before it was this tab's turn.
  });
  return () => {
    document.removeEventListener('visibilitychange', ask);
    window.clearTimeout(unanswered);
    alone?.();
    leaving.abort();
    channel.close();
  };
}

/** Listens to what happens until the returned function is called. Pages of other hosts than this one have no locks. */
export const openEventStream = (listener: StreamListener): (() => void) =>
  'locks' in navigator && 'BroadcastChannel' in window ? connectTogether(listener) : connectAlone(listener);
