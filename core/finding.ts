import { z } from 'zod';
import { spanSchema } from './span.ts';

/** must: certainly wrong, anybody would send it back · should: probably wrong · hint: style or suspicion. */
export const severitySchema = z.enum(['must', 'should', 'hint']);
export type Severity = z.infer<typeof severitySchema>;

/** One thing found. Messages are Chinese and say what was found and what is expected. */
export const findingSchema = spanSchema.extend({
  rule: z.string(),
  severity: severitySchema,
  message: z.string(),
  /** The words at start..end, at most 80 characters. */
  excerpt: z.string(),
  /** Words to put in place of start..end; "" means leave them out; null when there is no certain replacement. */
  suggestion: z.string().nullable(),
  basis: z.string().nullable(),
  /** Further places of the same thing (a masked name that occurs 60 times is one finding). */
  also: z.array(spanSchema).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A required part or item the report does not have. */
export const missingPartSchema = z.object({
  part: z.string(),
  name: z.string(),
  severity: severitySchema,
  why: z.string(),
});
export type MissingPart = z.infer<typeof missingPartSchema>;
