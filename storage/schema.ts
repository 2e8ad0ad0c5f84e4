import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { chatEventSchema } from '../core/chat-event.ts';
import { collectionDraftSchema, collectionSchema } from '../core/records.ts';
import { reportResultSchema } from '../core/report-result.ts';

/** PostgreSQL holds no U+0000 and no half of a surrogate pair; both become one other unit, so offsets stay right. */
const storable = (value: string): string => value.replaceAll('\0', ' ').replace(/\p{Surrogate}/gu, '\uFFFD');

const words = customType<{ data: string; driverData: string }>({ dataType: () => 'text', toDriver: storable });

/** jsonb that is parsed on the way out: what an older version stored is either understood or refused here. */
const record = <S extends z.ZodType>(name: string, schema: S) =>
  customType<{ data: z.infer<S>; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value, (_, part) => (typeof part === 'string' ? storable(part) : part)),
    fromDriver: (value) => schema.parse(value),
  })(name);

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const place = () => bigint('place', { mode: 'number' }).generatedAlwaysAsIdentity();

export const inbox = pgTable(
  'inbox',
  {
    platform: words('platform').notNull(),
    eventKey: words('event_key').notNull(),
    event: record('event', chatEventSchema).notNull(),
    state: words('state').$type<'waiting' | 'claimed' | 'done' | 'failed'>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    lastError: words('last_error'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    touchedAt: instant('touched_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.eventKey] })],
);

export const chats = pgTable(
  'chats',
  {
    platform: words('platform').notNull(),
    chatId: words('chat_id').notNull(),
    membersAt: instant('members_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.chatId] })],
);

export const chatMembers = pgTable(
  'chat_members',
  {
    platform: words('platform').notNull(),
    chatId: words('chat_id').notNull(),
    memberId: words('member_id').notNull(),
    name: words('name'),
    place: place(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.chatId, table.memberId] })],
);

export const collections = pgTable('collections', {
  id: words('id').primaryKey(),
  platform: words('platform').notNull(),
  chatId: words('chat_id').notNull(),
  state: words('state').$type<'open' | 'closed'>().notNull(),
  deadline: instant('deadline').notNull(),
  record: record('record', collectionSchema).notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
});

export const collectionHistory = pgTable('collection_history', {
  place: place().primaryKey(),
  collectionId: words('collection_id').notNull(),
  by: words('by_member').notNull(),
  what: words('what').notNull(),
  at: instant('at').notNull().defaultNow(),
});

export const collectionOverrides = pgTable(
  'collection_overrides',
  {
    collectionId: words('collection_id').notNull(),
    memberId: words('member_id').notNull(),
    memberName: words('member_name'),
    kind: words('kind').$type<'exempt' | 'leave' | 'returned'>().notNull(),
    reason: words('reason').notNull(),
    revisionId: words('revision_id'),
    by: words('by_member').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.memberId, table.kind] })],
);

export const collectionDrafts = pgTable('collection_drafts', {
  id: words('id').primaryKey(),
  state: words('state').$type<'open' | 'started' | 'dropped'>().notNull(),
  record: record('record', collectionDraftSchema).notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const revisions = pgTable('revisions', {
  id: uuid('id').primaryKey(),
  place: place(),
  platform: words('platform').notNull(),
  chatId: words('chat_id').notNull(),
  collectionId: words('collection_id'),
  scope: words('scope').notNull(),
  authorId: words('author_id').notNull(),
  authorName: words('author_name'),
  fileMessageId: words('file_message_id').notNull(),
  fileKey: words('file_key').notNull(),
  fileName: words('file_name').notNull(),
  replyTo: words('reply_to').notNull(),
  number: integer('number').notNull(),
  /** False: it is no version, and its number goes to the next one. */
  numbered: boolean('numbered').notNull().default(true),
  receivedAt: instant('received_at').notNull(),
  state: words('state').notNull().default('received'),
  final: boolean('final').notNull().default(false),
  refusalCode: words('refusal_code'),
  refusalMessage: words('refusal_message'),
});

export const results = pgTable('results', {
  revisionId: uuid('revision_id').primaryKey(),
  result: record('result', reportResultSchema).notNull(),
  text: words('text').notNull(),
  savedAt: instant('saved_at').notNull().defaultNow(),
  /** Whether `passageMarks` holds the marks of this text. */
  marked: boolean('marked').notNull().default(false),
  /** Made by the database from `result`. */
  kindId: text('kind_id').generatedAlwaysAs(sql`result #>> '{kind,id}'`),
  findingSeverities: jsonb('finding_severities').generatedAlwaysAs(
    sql`jsonb_path_query_array(result, '$.findings[*].severity')`,
  ),
  outlineLevels: jsonb('outline_levels').generatedAlwaysAs(sql`jsonb_path_query_array(result, '$.outline[*].level')`),
  missingSeverities: jsonb('missing_severities').generatedAlwaysAs(
    sql`jsonb_path_query_array(result, '$.missing[*].severity')`,
  ),
});

export const passageMarks = pgTable(
  'passage_marks',
  { mark: integer('mark').notNull(), revisionId: uuid('revision_id').notNull() },
  (table) => [primaryKey({ columns: [table.mark, table.revisionId] })],
);

export const replies = pgTable('replies', {
  key: words('key').primaryKey(),
  platform: words('platform').notNull(),
  chatId: words('chat_id').notNull(),
  messageId: words('message_id').notNull(),
  recordedAt: instant('recorded_at').notNull().defaultNow(),
});

export const nudges = pgTable(
  'nudges',
  {
    collectionId: words('collection_id').notNull(),
    memberId: words('member_id').notNull(),
    slot: words('slot').notNull(),
    claimedAt: instant('claimed_at').notNull().defaultNow(),
    firstClaimedAt: instant('first_claimed_at').notNull().defaultNow(),
    message: words('message'),
    sentAt: instant('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.memberId, table.slot] })],
);

export const rosterCards = pgTable('roster_cards', {
  collectionId: words('collection_id').primaryKey(),
  messageId: words('message_id').notNull(),
  number: integer('number').notNull(),
  sentAt: instant('sent_at').notNull(),
  shown: words('shown').notNull(),
});

export const privateNudges = pgTable(
  'private_nudges',
  { platform: words('platform').notNull(), memberId: words('member_id').notNull() },
  (table) => [primaryKey({ columns: [table.platform, table.memberId] })],
);

export const nudgePauses = pgTable(
  'nudge_pauses',
  {
    collectionId: words('collection_id').notNull(),
    memberId: words('member_id').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.memberId] })],
);

export const waivers = pgTable(
  'waivers',
  {
    platform: words('platform').notNull(),
    chatId: words('chat_id').notNull(),
    memberId: words('member_id').notNull(),
    rule: words('rule').notNull(),
    phrase: words('phrase').notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.chatId, table.memberId, table.rule, table.phrase] })],
);

export const modelConsents = pgTable('model_consents', {
  place: place().primaryKey(),
  platform: words('platform').notNull(),
  chatId: words('chat_id').notNull(),
  allowed: boolean('allowed').notNull(),
  by: words('by_member').notNull(),
  at: instant('at').notNull(),
});

export const modelUsage = pgTable('model_usage', {
  day: date('day', { mode: 'string' }).primaryKey(),
  calls: integer('calls').notNull(),
  tokens: bigint('tokens', { mode: 'number' }).notNull(),
});

export const wordLists = pgTable(
  'word_lists',
  {
    platform: words('platform').notNull(),
    chatId: words('chat_id').notNull(),
    word: words('word').notNull(),
    list: words('list').notNull(),
    suggestion: words('suggestion'),
  },
  (table) => [primaryKey({ columns: [table.platform, table.chatId, table.word] })],
);

export const wordListHistory = pgTable('word_list_history', {
  place: place().primaryKey(),
  platform: words('platform').notNull(),
  chatId: words('chat_id').notNull(),
  by: words('by_member').notNull(),
  what: words('what').notNull(),
  at: instant('at').notNull().defaultNow(),
});
