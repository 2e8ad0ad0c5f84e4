import { z } from 'zod';

/** Every kind of job and the keys it carries: never contents. */
export const jobCatalog = {
  /** Download, read, check, summarise, store, answer. */
  'check-report': z.object({ revisionId: z.string(), recheck: z.int().default(0) }),
  /** Post every finding of a revision, in as many messages as it takes. */
  'send-full-list': z.object({ revisionId: z.string() }),
  /** Send a copy of the upload with the findings as Word comments. */
  'annotate-report': z.object({ revisionId: z.string() }),
  /** Bring the card that tells who has handed in up to date; send it anew when a message asked for it. */
  'roster-card': z.object({
    collectionId: z.string(),
    /** There is to be a card even where none was before. */
    started: z.boolean().default(false),
    asked: z.object({ eventKey: z.string(), messageId: z.string() }).optional(),
  }),
  /** Ask the language model about the section that an answered question was about, and bring the answer up to date. */
  'refine-answer': z.object({ platform: z.string(), eventKey: z.string(), revisionId: z.string() }),
  /** Nudge who is missing because an organiser said so: everybody, or those named. `at` names the occasion. */
  'nudge-now': z.object({ collectionId: z.string(), at: z.string(), memberIds: z.array(z.string()).optional() }),
  /** Tell an organiser in private which newest reports of a chat share passages. */
  'compare-passages': z.object({
    platform: z.string(),
    chatId: z.string(),
    memberId: z.string(),
    /** What asked for it: the answer to it is given once. */
    eventKey: z.string(),
  }),
  /** Look for uploads that were left behind and queue them again; comes every ten minutes, and when a queue was `lost`. */
  'take-up-uploads': z.object({ lost: z.boolean().default(false) }),
  /** Send summary, ledger and archives of a collection: to `to`, or at the deadline to its organisers. */
  'deliver-collection': z.object({ collectionId: z.string(), occasion: z.string(), to: z.string().nullable() }),
  /** Look for nudges that are due and send them; comes every minute. */
  'plan-nudges': z.object({}),
} as const;
export type JobName = keyof typeof jobCatalog;
export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalog)[N]>;
