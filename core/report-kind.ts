import { z } from 'zod';
import { severitySchema } from './finding.ts';
import { partIds } from './report-structure.ts';

/** A part that a kind asks for, with the article that asks for it. */
export const requiredPartSchema = z.strictObject({
  part: z.enum(partIds),
  severity: severitySchema,
  /** The article or custom that asks for it; shown to the author. */
  why: z.string(),
  /** Ask only reports by a person or by a unit. */
  form: z.enum(['person', 'unit']).optional(),
});
export type RequiredPart = z.infer<typeof requiredPartSchema>;

/** One kind of report: config/report-kinds/<id>.yaml. */
export const reportKindSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string(),
  /** Regular expressions tried on the title, most specific kind first by `priority` (higher wins). */
  titles: z.array(z.string()).min(1),
  priority: z.int(),
  /** Regular expressions tried on the opening when the title tells nothing. */
  openings: z.array(z.string()).default([]),
  /** Who writes it, when the text does not tell. */
  form: z.enum(['person', 'unit', 'either']),
  parts: z.array(requiredPartSchema),
  /** Customary length in characters; outside it the author gets a hint. */
  length: z.strictObject({ min: z.int().optional(), max: z.int().optional() }).default({}),
  /** Rule id → off or another severity. */
  rules: z.record(z.string(), z.union([z.literal('off'), severitySchema])).default({}),
});
export type ReportKind = z.infer<typeof reportKindSchema>;

/** How a part is recognised: config/parts.yaml. Regular expressions on heading titles and on running text. */
export const partCuesSchema = z.strictObject({
  part: z.enum(partIds),
  name: z.string(),
  headings: z.array(z.string()),
  cues: z.array(z.string()),
});
export type PartCues = z.infer<typeof partCuesSchema>;

/** What a collection asks beyond the kind; all optional. */
export const requirementsSchema = z.strictObject({
  kind: z.string().optional(),
  year: z.int().optional(),
  minCharacters: z.int().positive().optional(),
  maxCharacters: z.int().positive().optional(),
  /** Least share of the problems section, 0 to 1. */
  problemShare: z.number().min(0).max(1).optional(),
  parts: z.array(z.enum(partIds)).optional(),
  formats: z.array(z.string()).optional(),
  /** e.g. "{unit}+{name}+{kind}". */
  fileName: z.string().optional(),
  layout: z.boolean().optional(),
});
export type Requirements = z.infer<typeof requirementsSchema>;
