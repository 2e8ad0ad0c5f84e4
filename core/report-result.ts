import { z } from 'zod';
import { findingSchema, missingPartSchema } from './finding.ts';
import { reportFormatSchema } from './report-document.ts';
import { spanSchema } from './span.ts';

export const figureSchema = spanSchema.extend({
  /** As written, e.g. "86.64％". */
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  /** What it counts, words of the text. */
  what: z.string().nullable(),
  /** "截至11月底", when the text says so. */
  asOf: z.string().nullable().optional(),
  /** The change it is one end of, words of the text: "从1月的86.64％提高至10月的93.36％", "同比增长". */
  comparison: z.string().nullable().optional(),
  /** blank: a unit without its number · doubtful: out of line. */
  state: z.enum(['sound', 'blank', 'doubtful']).optional(),
});
export type Figure = z.infer<typeof figureSchema>;

export const summarySectionSchema = z.object({
  number: z.string().nullable(),
  title: z.string(),
  roles: z.array(z.string()),
  gist: z.string(),
  /** Lines with their place in the text. */
  points: z.array(spanSchema.extend({ text: z.string(), kind: z.enum(['action', 'problem', 'plan', 'heading']) })),
  figures: z.array(figureSchema),
  start: z.int(),
  end: z.int(),
});
export type SummarySection = z.infer<typeof summarySectionSchema>;

/** A line of the text with its place. */
export const quotedLineSchema = spanSchema.extend({ text: z.string() });
export type QuotedLine = z.infer<typeof quotedLineSchema>;

export const reportSummarySchema = z.object({
  gist: z.string(),
  sections: z.array(summarySectionSchema),
  /** Every problem with the plan that answers it, or null when none does; only where the report tells both. */
  pairs: z.array(z.object({ problem: quotedLineSchema, plan: quotedLineSchema.nullable() })).optional(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;

export const outlineEntrySchema = spanSchema.extend({
  level: z.int().positive(),
  number: z.string().nullable(),
  title: z.string(),
  mode: z.enum(['block', 'run-in', 'inline']),
  roles: z.array(z.string()).optional(),
});
export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

/** The report JSON without `file`: what checking and summarising one document yields, stored with its revision. */
export const reportResultSchema = z.object({
  format: reportFormatSchema,
  kind: z.object({ id: z.string(), name: z.string(), confidence: z.number() }).nullable(),
  title: z.string().nullable(),
  author: z
    .object({ form: z.string(), unit: z.string().nullable(), post: z.string().nullable(), name: z.string().nullable() })
    .nullable(),
  period: z.string().nullable(),
  /** All characters but white space, as Word counts 字数. */
  characters: z.int().nonnegative(),
  pages: z.int().positive().nullable(),
  /** How many of the kind's required parts the report has. */
  parts: z.object({ present: z.int(), required: z.int() }),
  outline: z.array(outlineEntrySchema),
  summary: reportSummarySchema,
  missing: z.array(missingPartSchema),
  findings: z.array(findingSchema),
  /** Found, but said to be no problem by the author or an organiser. */
  waived: z.array(findingSchema).optional(),
  /** Missing, but said not to be needed; not counted among the required parts. */
  waivedParts: z.array(missingPartSchema).optional(),
});
export type ReportResult = z.infer<typeof reportResultSchema>;

/** What of a result reports are set side by side by: read by the thousand, so without the words of its findings. */
export const resultInBriefSchema = reportResultSchema
  .pick({ kind: true, characters: true, parts: true, summary: true })
  .extend({
    outline: z.array(outlineEntrySchema.pick({ level: true })),
    missing: z.array(missingPartSchema.pick({ severity: true })),
    findings: z.array(findingSchema.pick({ severity: true })),
  });
export type ResultInBrief = z.infer<typeof resultInBriefSchema>;
