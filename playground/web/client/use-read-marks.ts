import { useEffect, useState } from 'react';
import { keep, readKept } from './kept-state.ts';

/** Up to when everybody has read each chat: member id, chat id, milliseconds. */
export type ReadMarks = Readonly<Record<string, Readonly<Record<string, number>>>>;

const storedUnder = 'playground.read';

/** The later mark of both wins: tabs of other people write into the same place. */
export function mergeMarks(a: ReadMarks, b: ReadMarks): ReadMarks {
  const merged: Record<string, Record<string, number>> = {};
  for (const marks of [a, b]) {
    for (const [member, chats] of Object.entries(marks)) {
      const known = merged[member] ?? {};
      for (const [chat, at] of Object.entries(chats)) known[chat] = Math.max(known[chat] ?? 0, at);
      merged[member] = known;
    }
  }
  return merged;
}

/** What is on the screen counts as read, unless the tab is hidden; `newest` is when its last message was sent. */
export function useReadMarks(memberId: string, chatId: string | undefined, newest: number): ReadMarks {
  const [marks, setMarks] = useState<ReadMarks>(() => readKept(storedUnder, {}));
  useEffect(() => {
    if (chatId === undefined || memberId === '') return;
    const mark = (): void => {
      if (document.hidden) return;
      setMarks((known) => {
        if ((known[memberId]?.[chatId] ?? 0) >= newest) return known;
        const merged = mergeMarks(mergeMarks(readKept(storedUnder, {}), known), { [memberId]: { [chatId]: newest } });
        keep(storedUnder, merged);
        return merged;
      });
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [memberId, chatId, newest]);
  return marks;
}
