import { z } from 'zod';

/** "08:30" as minutes since midnight; 24:00 is the end of the day. */
export const clockMinutes = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u, 'must look like 08:30')
  .transform((written) => Number(written.slice(0, 2)) * 60 + Number(written.slice(3)));

/** Working hours and the days that differ from the national calendar: config/office-hours.yaml. */
export const officeHoursSchema = z.strictObject({
  /** Parts of the working day, in order; the first begins with 上班, the last ends with 下班. */
  working: z
    .array(
      z
        .strictObject({ from: clockMinutes, to: clockMinutes })
        .refine(({ from, to }) => from < to, 'must begin before it ends'),
    )
    .min(1)
    .refine(
      (parts) => parts.every((part, at) => at === 0 || (parts[at - 1]?.to ?? 0) <= part.from),
      'must be in order',
    ),
  /** What a deadline without an hour is taken for, and one that only says 晚上. */
  deadline: clockMinutes,
  evening: clockMinutes,
  /** Days off and working days of this office, against the national calendar; also for years not yet announced. */
  restDays: z.array(z.iso.date()).default([]),
  workDays: z.array(z.iso.date()).default([]),
});
export type OfficeHours = z.infer<typeof officeHoursSchema>;
