import { useEffect, useReducer } from 'react';
import { type ChatState, emptyState, reduce } from './chat-state.ts';
import { openEventStream } from './event-stream.ts';
import { loadMessages, loadState } from './playground-client.ts';

const retryMs = 2000;

/** Everything the page shows, kept up to date: loaded at the start and after every break, then event by event. */
export function usePlayground(): ChatState {
  const [state, change] = useReducer(reduce, emptyState);
  const chatIds = state.playground?.chats.map(({ id }) => id).join(' ') ?? '';

  useEffect(() => {
    let timer: number | undefined;
    let closed = false;

    // Told by an event while an answer was under way: the answer's copy may be the older one.
    let touched = new Set<string>();

    const load = async (): Promise<void> => {
      touched = new Set();
      try {
        const playground = await loadState();
        const messages = await Promise.all(
          playground.chats.map(async ({ id }) => {
            const loaded = await loadMessages(id);
            return [id, loaded.filter((message) => !touched.has(message.id))] as const;
          }),
        );
        if (!closed) change({ type: 'loaded', playground, messages: Object.fromEntries(messages) });
      } catch {
        if (!closed) timer = window.setTimeout(() => void load(), retryMs);
      }
    };

    const closeStream = openEventStream({
      event(event) {
        if (event.type !== 'state') touched.add(event.message.id);
        change({ type: 'event', event });
      },
      state(stream) {
        change({ type: 'stream', state: stream });
        // Loading begins once events are being heard, so that nothing falls between the two.
        if (stream === 'live') {
          window.clearTimeout(timer);
          void load();
        }
      },
    });
    return () => {
      closed = true;
      window.clearTimeout(timer);
      closeStream();
    };
  }, []);

  // A chat that came into being later has messages of its own to fetch.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new set of chats is a reason to fetch
  useEffect(() => {
    const unknown = (state.playground?.chats ?? []).filter(({ id }) => state.messages[id] === undefined);
    const playground = state.playground;
    if (unknown.length === 0 || playground === null) return;
    let closed = false;
    for (const { id } of unknown) {
      loadMessages(id).then(
        (messages) => {
          if (!closed) change({ type: 'loaded', playground, messages: { [id]: messages } });
        },
        () => {},
      );
    }
    return () => {
      closed = true;
    };
  }, [chatIds]);

  return state;
}
