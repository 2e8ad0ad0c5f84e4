import { z } from 'zod';

/** What we read of the platform's payloads. Unknown keys pass; optional means some tenants or scopes leave it out. */
export const envelopeSchema = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    event_id: z.string().min(1),
    event_type: z.string(),
    /** Milliseconds as a string. */
    create_time: z.string().optional(),
    token: z.string().optional(),
    app_id: z.string().optional(),
  }),
  event: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export const challengeSchema = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(500),
  token: z.string().optional(),
});

const userIds = z.object({ open_id: z.string().nullish() });

export const mentionSchema = z.object({
  key: z.string(),
  name: z.string().default(''),
  /** An object in events, a plain id in answers to GET. */
  id: z.union([userIds, z.string()]).nullish(),
});
export type Mention = z.infer<typeof mentionSchema>;

export const messageEventSchema = z.object({
  sender: z.object({ sender_id: userIds.nullish(), sender_type: z.string().default('user') }),
  message: z.object({
    message_id: z.string().min(1),
    parent_id: z.string().nullish(),
    create_time: z.string().optional(),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string().default(''),
    mentions: z.array(mentionSchema).nullish(),
  }),
});

export const cardActionEventSchema = z.object({
  operator: userIds,
  action: z.object({
    tag: z.string().optional(),
    name: z.string().nullish(),
    value: z.union([z.record(z.string(), z.unknown()), z.string()]).nullish(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.object({ open_message_id: z.string().min(1), open_chat_id: z.string().min(1) }),
});

export const recalledEventSchema = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) });
export const botChatEventSchema = z.object({ chat_id: z.string().min(1), operator_id: userIds.nullish() });
export const membersEventSchema = z.object({
  chat_id: z.string().min(1),
  users: z.array(z.object({ name: z.string().nullish(), user_id: userIds.nullish() })).default([]),
});

export const fileContentSchema = z.object({ file_key: z.string().min(1), file_name: z.string().default('未命名文件') });
export const textContentSchema = z.object({ text: z.string() });
export const postNodeSchema = z.object({
  tag: z.string(),
  text: z.string().optional(),
  href: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
  file_key: z.string().optional(),
  file_name: z.string().optional(),
});
export type PostNode = z.infer<typeof postNodeSchema>;
export const postContentSchema = z.object({
  title: z.string().nullish(),
  content: z.array(z.array(postNodeSchema)),
});

export const botInfoSchema = z.object({
  bot: z.object({ open_id: z.string().min(1), app_name: z.string().optional() }),
});
export const sentSchema = z.object({ data: z.object({ message_id: z.string().min(1) }) });
export const uploadedSchema = z.object({ data: z.object({ file_key: z.string().min(1) }) });
export const messageItemsSchema = z.object({
  data: z.object({
    items: z
      .array(
        z.object({
          message_id: z.string(),
          msg_type: z.string(),
          deleted: z.boolean().nullish(),
          sender: z.object({ id: z.string().nullish(), sender_type: z.string().nullish() }).nullish(),
          body: z.object({ content: z.string().default('') }).nullish(),
        }),
      )
      .default([]),
  }),
});
export const memberPageSchema = z.object({
  data: z.object({
    items: z.array(z.object({ member_id: z.string().min(1), name: z.string().nullish() })).nullish(),
    page_token: z.string().nullish(),
    has_more: z.boolean().default(false),
    member_total: z.number().int(),
  }),
});
export const chatInfoSchema = z.object({
  data: z.object({
    name: z.string().nullish(),
    owner_id: z.string().nullish(),
    user_manager_id_list: z.array(z.string()).nullish(),
  }),
});
/** What a failed call answers, whatever its HTTP status. */
export const failureBodySchema = z.object({ code: z.number(), msg: z.string().default('') });
