import { z } from 'zod';

/** allow: the rules keep quiet about it · deny: always a finding · own-name: a name of the organisation itself. */
export const wordListNameSchema = z.enum(['allow', 'deny', 'own-name']);
export type WordListName = z.infer<typeof wordListNameSchema>;

/** A word on a list of a chat, or of the whole organisation where `chatId` is empty. Once per scope, on one list. */
export const wordListEntrySchema = z.object({
  platform: z.string(),
  chatId: z.string(),
  list: wordListNameSchema,
  word: z.string(),
  /** What to write instead of a denied word. */
  suggestion: z.string().nullable(),
});
export type WordListEntry = z.infer<typeof wordListEntrySchema>;

/** What checking goes by: the lists of the chat and of the organisation together. */
export interface WordLists {
  readonly allow: readonly string[];
  readonly deny: readonly { readonly word: string; readonly suggestion: string | null }[];
  readonly ownNames: readonly string[];
}

/** The chat's own say about a word goes before the organisation's. */
export const wordListsOf = (entries: readonly WordListEntry[]): WordLists => {
  const own = new Set(entries.filter((entry) => entry.chatId !== '').map((entry) => entry.word));
  const counted = entries.filter((entry) => entry.chatId !== '' || !own.has(entry.word));
  const wordsOf = (list: WordListName) => counted.filter((entry) => entry.list === list);
  return {
    allow: wordsOf('allow').map(({ word }) => word),
    deny: wordsOf('deny').map(({ word, suggestion }) => ({ word, suggestion })),
    ownNames: wordsOf('own-name').map(({ word }) => word),
  };
};

export interface WordListChange {
  /** Id of the member. */
  readonly by: string;
  readonly what: string;
  readonly at: string;
}
