import { and, desc, eq, inArray } from 'drizzle-orm';
import type { WordListStore } from '../core/ports/stores.ts';
import { wordListEntrySchema } from '../core/word-lists.ts';
import type { Database } from './database.ts';
import { wordListHistory, wordLists } from './schema.ts';

const remembered = 50;

export const wordListStore = (db: Database): WordListStore => ({
  of: async (platform, chatId) => {
    const rows = await db
      .select()
      .from(wordLists)
      .where(and(eq(wordLists.platform, platform), inArray(wordLists.chatId, [chatId, ''])))
      .orderBy(wordLists.chatId, wordLists.list, wordLists.word);
    return rows.map((row) => wordListEntrySchema.parse(row));
  },

  put: (entries, by, what) =>
    db.transaction(async (tx) => {
      for (const entry of entries) {
        await tx
          .insert(wordLists)
          .values(entry)
          .onConflictDoUpdate({
            target: [wordLists.platform, wordLists.chatId, wordLists.word],
            set: { list: entry.list, suggestion: entry.suggestion },
          });
      }
      const [first] = entries;
      if (first === undefined) return;
      await tx.insert(wordListHistory).values({ platform: first.platform, chatId: first.chatId, by, what });
    }),

  remove: (platform, chatId, words, by, what) =>
    db.transaction(async (tx) => {
      const gone = await tx
        .delete(wordLists)
        .where(and(eq(wordLists.platform, platform), eq(wordLists.chatId, chatId), inArray(wordLists.word, [...words])))
        .returning({ word: wordLists.word });
      if (gone.length > 0) await tx.insert(wordListHistory).values({ platform, chatId, by, what });
      return gone.map(({ word }) => word);
    }),

  history: async (platform, chatId) => {
    const rows = await db
      .select()
      .from(wordListHistory)
      .where(and(eq(wordListHistory.platform, platform), inArray(wordListHistory.chatId, [chatId, ''])))
      .orderBy(desc(wordListHistory.place))
      .limit(remembered);
    return rows.map((row) => ({ by: row.by, what: row.what, at: row.at.toISOString() }));
  },
});
