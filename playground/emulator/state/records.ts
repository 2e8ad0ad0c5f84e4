import { z } from 'zod';

/** What the emulated tenant keeps; each record is one line of the journal. */
export const memberRecord = z.object({ id: z.string(), name: z.string() });
export type MemberRecord = z.infer<typeof memberRecord>;

export const chatRecord = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['group', 'p2p']),
  /** People only; the bot is `botInside`. */
  memberIds: z.array(z.string()),
  /** For p2p chats: the person who talks with the bot. */
  personId: z.string().nullable(),
  /** null when the bot owns the chat. */
  ownerId: z.string().nullable(),
  adminIds: z.array(z.string()),
  botInside: z.boolean(),
  external: z.boolean(),
  announcement: z.string().nullable(),
  /** Message id of the notice on top of the chat. */
  topNotice: z.string().nullable(),
  createdAt: z.number(),
});
export type ChatRecord = z.infer<typeof chatRecord>;

export const mentionRecord = z.object({ key: z.string(), id: z.string(), name: z.string() });
export type MentionRecord = z.infer<typeof mentionRecord>;

export const messageRecord = z.object({
  id: z.string(),
  chatId: z.string(),
  /** Open id of the person or of the bot. */
  senderId: z.string(),
  fromBot: z.boolean(),
  /** text, post, file, image, interactive … */
  type: z.string(),
  /** JSON text, as on the wire. */
  content: z.string(),
  mentions: z.array(mentionRecord),
  createdAt: z.number(),
  updatedAt: z.number(),
  edited: z.boolean(),
  recalled: z.boolean(),
  parentId: z.string().nullable(),
  rootId: z.string().nullable(),
  reactions: z.array(z.object({ id: z.string(), emoji: z.string(), operatorId: z.string(), at: z.number() })),
  pinned: z.boolean(),
  /** Only this member sees it. */
  onlyFor: z.string().nullable(),
  /** The sender's key for sending once. */
  uuid: z.string().nullable(),
  /** Position among all messages. */
  order: z.number(),
});
export type MessageRecord = z.infer<typeof messageRecord>;

export const fileRecord = z.object({
  key: z.string(),
  kind: z.enum(['file', 'image']),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  fromBot: z.boolean(),
});
export type FileRecord = z.infer<typeof fileRecord>;

/** An event on its way to the bot. */
export const eventRecord = z.object({
  id: z.string(),
  type: z.string(),
  /** The whole envelope as pushed. */
  body: z.record(z.string(), z.unknown()),
  attempts: z.number(),
  state: z.enum(['pending', 'delivered', 'given-up']),
  /** When the next push is due. */
  dueAt: z.number(),
  createdAt: z.number(),
});
export type EventRecord = z.infer<typeof eventRecord>;

export const appRecord = z.object({
  appId: z.string(),
  appSecret: z.string(),
  botId: z.string(),
  botName: z.string(),
  tenantKey: z.string(),
  verificationToken: z.string(),
  encryptKey: z.string(),
});
export type AppRecord = z.infer<typeof appRecord>;
