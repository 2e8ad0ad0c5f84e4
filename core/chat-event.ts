import { z } from 'zod';

export const fileRefSchema = z.object({
  /** The message that carries the file: downloads need it. */
  messageId: z.string(),
  key: z.string(),
  /** As the sender named it; only for showing and matching, never a path. */
  name: z.string(),
});
export type FileRef = z.infer<typeof fileRefSchema>;

export const memberRefSchema = z.object({ id: z.string(), name: z.string().optional() });
export type MemberRef = z.infer<typeof memberRefSchema>;

const base = {
  platform: z.string(),
  /** Unique per thing that happened: the message id for messages, the event id otherwise. */
  eventKey: z.string(),
  chatId: z.string(),
  /** ISO time the platform gave. */
  at: z.iso.datetime(),
};

export const messageReceivedSchema = z.object({
  ...base,
  type: z.literal('message-received'),
  messageId: z.string(),
  chatType: z.enum(['p2p', 'group']),
  sender: memberRefSchema,
  /** The message this one answers. */
  parentId: z.string().optional(),
  /** Text with mentions of the bot removed and other mentions as @name; empty for plain files. */
  text: z.string(),
  /** Files the message carries: one for a file message, any number for a post. */
  files: z.array(fileRefSchema),
  mentionsBot: z.boolean(),
  /** Everybody mentioned but the bot, in the order of the text; `all` for @所有人. */
  mentions: z.array(memberRefSchema),
  mentionsAll: z.boolean().default(false),
});
export const cardActionSchema = z.object({
  ...base,
  type: z.literal('card-action'),
  messageId: z.string(),
  operator: memberRefSchema,
  action: z.string(),
  value: z.record(z.string(), z.string()),
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export const messageRecalledSchema = z.object({ ...base, type: z.literal('message-recalled'), messageId: z.string() });
export const botAddedSchema = z.object({ ...base, type: z.literal('bot-added'), operator: memberRefSchema.optional() });
export const botRemovedSchema = z.object({ ...base, type: z.literal('bot-removed') });
export const membersChangedSchema = z.object({
  ...base,
  type: z.literal('members-changed'),
  joined: z.array(memberRefSchema),
  left: z.array(memberRefSchema),
});

export const chatEventSchema = z.discriminatedUnion('type', [
  messageReceivedSchema,
  cardActionSchema,
  messageRecalledSchema,
  botAddedSchema,
  botRemovedSchema,
  membersChangedSchema,
]);
export type ChatEvent = z.infer<typeof chatEventSchema>;
export type MessageReceived = z.infer<typeof messageReceivedSchema>;
export type CardAction = z.infer<typeof cardActionSchema>;

/** What a click answers at once; the work itself goes through the queue. */
export interface ActionAnswer {
  readonly toast?: { readonly tone: 'info' | 'good' | 'warn' | 'bad'; readonly text: string };
}
