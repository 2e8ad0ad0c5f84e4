import type { Reply, ReplyBlock } from '../../core/reply.ts';
import type { WordListEntry } from '../../core/word-lists.ts';
import { reply } from './card-parts.ts';
import { dateText } from './deadline-line.ts';
import { say } from './wording.ts';

const SHOWN = 60;
const CHANGES_SHOWN = 12;

export interface WordListView {
  readonly entries: readonly WordListEntry[];
  /** Newest first; `by` is a name. */
  readonly history: readonly { readonly by: string; readonly what: string; readonly at: string }[];
  readonly timeZone: string;
  readonly now: Date;
}

/** The lists that count in a chat, and the last changes. */
export const wordListCard = (view: WordListView): Reply => {
  const own = view.entries.filter((entry) => entry.chatId !== '');
  const shared = view.entries.filter((entry) => entry.chatId === '');
  const history = view.history.slice(0, CHANGES_SHOWN).map(({ by, what, at }) => ({
    text: [{ faint: dateText(new Date(at), view.now, view.timeZone) }, ` ${by}：${what}`],
  }));
  return reply({
    tone: 'info',
    title: say.wordListTitle,
    blocks: [
      ...(view.entries.length === 0 ? [{ kind: 'text' as const, text: [say.wordListEmpty] }] : []),
      ...listOf(say.wordListOfChat, own),
      ...listOf(say.wordListEverywhere, shared),
      { kind: 'text', text: [{ faint: say.wordListHow }] },
      ...(history.length === 0
        ? []
        : [
            {
              kind: 'fold' as const,
              title: say.wordListHistory,
              blocks: [{ kind: 'list' as const, items: history }],
            },
          ]),
    ],
  });
};

const listOf = (heading: string, entries: readonly WordListEntry[]): ReplyBlock[] => {
  const items = (['allow', 'deny', 'own-name'] as const).flatMap((list) => {
    const some = entries.filter((entry) => entry.list === list);
    if (some.length === 0) return [];
    const shown = some.slice(0, SHOWN).map(({ word, suggestion }) => say.listedWord(word, suggestion));
    const rest = some.length > SHOWN ? say.moreWords(some.length - SHOWN) : '';
    return [{ text: [{ bold: say.wordListName[list] }, ` ${shown.join('、')}${rest}`] }];
  });
  return items.length === 0 ? [] : [{ kind: 'list', heading, tone: 'plain', numbered: false, items }];
};
