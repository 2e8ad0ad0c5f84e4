import { z } from 'zod';
import { clockMinutes } from './office-hours.ts';

/** How a nudge sounds; the words are in collection/replying/. */
export const nudgeToneSchema = z.enum(['early', 'soon', 'hours', 'due', 'late']);
export type NudgeTone = z.infer<typeof nudgeToneSchema>;

const whenSchema = z.union([
  /** At this time of the n-th working day before the deadline's day. */
  z.strictObject({ workingDaysBefore: z.int().min(1).max(60), at: clockMinutes }),
  /** At this time of the n-th day before. */
  z.strictObject({ daysBefore: z.int().min(0).max(60), at: clockMinutes }),
  /** 0 is the deadline itself. */
  z.strictObject({
    minutesBefore: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
  }),
  /** Each working morning after the nudge at the deadline, until the collection is closed. */
  z.strictObject({ eachWorkingMorning: clockMinutes, atMost: z.int().min(1).max(250) }),
]);

/** When people who have not handed in are nudged: config/reminder-policies/<id>.yaml. */
export const reminderPolicySchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string(),
  /** In the order of time; a later one that has come due replaces the earlier ones. */
  steps: z
    .array(
      z.strictObject({
        /** Part of the key that keeps a nudge from being sent twice: never rename one in use. */
        slot: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/),
        when: whenSchema,
        tone: nudgeToneSchema,
        /** Buzz the people named, where the platform can. */
        urgent: z.boolean().default(false),
      }),
    )
    .min(1)
    .refine((steps) => new Set(steps.map(({ slot }) => slot)).size === steps.length, 'two steps have the same slot')
    .refine(
      (steps) => steps.slice(0, -1).every(({ when }) => !('eachWorkingMorning' in when)),
      'eachWorkingMorning can only be the last step',
    ),
  /** Minutes after the due time, the same for all collections of a chat, so that chats do not speak at once. */
  jitter: z
    .strictObject({ from: z.int().min(0), to: z.int().max(120) })
    .refine(({ from, to }) => from <= to, 'from > to'),
  /** Minutes between two 立即催办 of one collection. */
  coolDown: z.int().min(1).default(60),
});
export type ReminderPolicy = z.infer<typeof reminderPolicySchema>;
export type ReminderStep = ReminderPolicy['steps'][number];
