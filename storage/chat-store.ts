import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { MemberRef } from '../core/chat-event.ts';
import type { ChatStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { chatMembers, chats } from './schema.ts';

const memberOf = (row: { memberId: string; name: string | null }): MemberRef =>
  row.name === null ? { id: row.memberId } : { id: row.memberId, name: row.name };

/** Each member once; a later entry of the same id wins. */
const rowsOf = (platform: string, chatId: string, members: readonly MemberRef[]) =>
  [...new Map(members.map((member) => [member.id, member])).values()].map((member) => ({
    platform,
    chatId,
    memberId: member.id,
    name: member.name ?? null,
  }));

export const chatStore = (db: Database): ChatStore => {
  const ofChat = (platform: string, chatId: string) =>
    and(eq(chatMembers.platform, platform), eq(chatMembers.chatId, chatId));
  return {
    members: async (platform, chatId) => {
      const known = await db
        .select({ memberId: chatMembers.memberId, name: chatMembers.name })
        .from(chats)
        .leftJoin(chatMembers, and(eq(chatMembers.platform, chats.platform), eq(chatMembers.chatId, chats.chatId)))
        .where(and(eq(chats.platform, platform), eq(chats.chatId, chatId)))
        .orderBy(asc(chatMembers.place));
      if (known.length === 0) return null;
      return known.flatMap((row) => (row.memberId === null ? [] : [memberOf({ ...row, memberId: row.memberId })]));
    },

    replaceMembers: (platform, chatId, members) =>
      db.transaction(async (tx) => {
        await tx
          .insert(chats)
          .values({ platform, chatId, membersAt: new Date() })
          .onConflictDoUpdate({ target: [chats.platform, chats.chatId], set: { membersAt: new Date() } });
        await tx.delete(chatMembers).where(ofChat(platform, chatId));
        if (members.length > 0) await tx.insert(chatMembers).values(rowsOf(platform, chatId, members));
      }),

    // A list never fetched stays unknown: the ones who joined alone would pass for everybody.
    changeMembers: (platform, chatId, joined, left) =>
      db.transaction(async (tx) => {
        const known = await tx
          .select({ chatId: chats.chatId })
          .from(chats)
          .where(and(eq(chats.platform, platform), eq(chats.chatId, chatId)))
          .for('update');
        if (known.length === 0) return;
        if (joined.length > 0) {
          await tx
            .insert(chatMembers)
            .values(rowsOf(platform, chatId, joined))
            .onConflictDoUpdate({
              target: [chatMembers.platform, chatMembers.chatId, chatMembers.memberId],
              set: { name: sql`coalesce(excluded.name, ${chatMembers.name})` },
            });
        }
        const gone = left.map((member) => member.id);
        if (gone.length > 0) {
          await tx.delete(chatMembers).where(and(ofChat(platform, chatId), inArray(chatMembers.memberId, gone)));
        }
      }),
  };
};
