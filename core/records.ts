import { z } from 'zod';
import { fileRefSchema, memberRefSchema } from './chat-event.ts';
import type { Severity } from './finding.ts';
import { requirementsSchema } from './report-kind.ts';

/** Who must hand in: everybody in the chat or the chosen, minus the exempt. */
export const audienceSchema = z.object({
  mode: z.enum(['all', 'chosen']),
  chosen: z.array(memberRefSchema).default([]),
  exempt: z.array(memberRefSchema).default([]),
});
export type Audience = z.infer<typeof audienceSchema>;

export const collectionSchema = z.object({
  id: z.string(),
  platform: z.string(),
  chatId: z.string(),
  name: z.string(),
  requirements: requirementsSchema,
  audience: audienceSchema,
  /** ISO instant. */
  deadline: z.iso.datetime({ offset: true }),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Id of a reminder policy under config/reminder-policies/. */
  policy: z.string().default('default'),
  organisers: z.array(z.string()),
  state: z.enum(['open', 'closed']),
  createdBy: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
});
export type Collection = z.infer<typeof collectionSchema>;

/**
 * What an organiser decided about one person of a collection, at most one of each kind. `returned` holds for the version
 * it names: a newer one stands again.
 */
export const overrideSchema = z.object({
  collectionId: z.string(),
  member: memberRefSchema,
  kind: z.enum(['exempt', 'leave', 'returned']),
  /** Words of the organiser; empty when none were given. */
  reason: z.string().default(''),
  revisionId: z.string().nullable().default(null),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
});
export type Override = z.infer<typeof overrideSchema>;

/** A collection as understood so far, waiting for somebody to say that it may start. */
export const collectionDraftSchema = z.object({
  id: z.string(),
  platform: z.string(),
  chatId: z.string(),
  name: z.string(),
  requirements: requirementsSchema,
  audience: audienceSchema,
  /** ISO instant; null while nobody has said one. */
  deadline: z.iso.datetime({ offset: true }).nullable(),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Where it comes from: a notice needs somebody who may organise, a command belongs to who spoke. */
  source: z.enum(['notice', 'command', 'form']),
  /** Words of the notice beside what was understood, and what was taken for granted: Chinese clauses. */
  remarks: z.array(z.string()).default([]),
  by: z.string(),
  state: z.enum(['open', 'started', 'dropped']).default('open'),
});
export type CollectionDraft = z.infer<typeof collectionDraftSchema>;

/** One upload as one version of somebody's report. */
export const revisionSchema = z.object({
  id: z.string(),
  platform: z.string(),
  chatId: z.string(),
  collectionId: z.string().nullable(),
  author: memberRefSchema,
  file: fileRefSchema,
  /** The message to answer under: the file itself, or the reply to it that asked for the check. */
  replyTo: z.string(),
  /**
   * 1 for the first draft of this person in this chat (or collection). A file that was refused or is no report takes none:
   * the next one has its number.
   */
  number: z.int().positive(),
  receivedAt: z.iso.datetime({ offset: true }),
  state: z.enum(['received', 'checked', 'refused', 'failed', 'withdrawn']),
  final: z.boolean().default(false),
});
export type Revision = z.infer<typeof revisionSchema>;

export const waiverSchema = z.object({
  platform: z.string(),
  chatId: z.string(),
  memberId: z.string(),
  rule: z.string(),
  phrase: z.string(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** The version that counts for a person in a collection. */
export interface Standing {
  readonly revision: Revision;
  /** How much must be mended or is missing; null until it is checked. */
  readonly must: number | null;
}

/** What of a check decides where its author stands. */
export interface Verdict {
  /** Null: the text is no report. */
  readonly kind: { readonly id: string } | null;
  readonly missing: readonly { readonly severity: Severity }[];
  readonly findings: readonly { readonly severity: Severity }[];
}

/** The one message of a collection that tells who has handed in. */
export interface RosterCardRecord {
  readonly collectionId: string;
  readonly messageId: string;
  /** 1 for the first; a card that can no longer be edited is followed by another. */
  readonly number: number;
  /** ISO instant. */
  readonly sentAt: string;
  /** Digest of what it shows, so that nothing is edited without need. */
  readonly shown: string;
}

/** A nudge that is due to somebody: at most one per collection, person and slot, ever. */
export interface NudgeSlot {
  readonly collectionId: string;
  readonly memberId: string;
  /** e.g. "T-1d", "due", "late-2027-01-04". */
  readonly slot: string;
  /** Names the message it goes out with. */
  readonly message?: string;
}
