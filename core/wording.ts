import { z } from 'zod';
import { severitySchema } from './finding.ts';

const pattern = z.string().refine((source) => compiles(source), 'not a regular expression');

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/** Words that are wrong as they stand, found by a literal search. */
export const lexiconEntrySchema = z.strictObject({
  /** Looked for literally, at least two characters. */
  wrong: z.string().min(2),
  /** What to write instead of the words found; null where only the author can tell. */
  right: z.string().nullable(),
  severity: severitySchema.optional(),
  /** One Chinese clause for the author: what is wrong with it. */
  why: z.string().optional(),
  /** A wider expression around `wrong`, matched within its sentence; the match is the finding, `right` may hold $1. */
  pattern: pattern.optional(),
  /** Expressions that must not match right before and right after `wrong`. */
  notBefore: pattern.optional(),
  notAfter: pattern.optional(),
  /** Only in reports on this year or a later one. */
  since: z.int().optional(),
  /** Only in reports of these kinds. */
  kinds: z.array(z.string()).optional(),
});
export type LexiconEntry = z.infer<typeof lexiconEntrySchema>;

/** A formulation that is always written the same way; near variants of it are slips of the pen. */
export const formulaSchema = z.strictObject({
  text: z.string().min(4),
  severity: severitySchema.optional(),
  /** Near variants that are in use as well. */
  allow: z.array(z.string()).default([]),
});
export type Formula = z.infer<typeof formulaSchema>;

/** A numbered catchword (四个意识) and its members in their order. */
export const catchwordSchema = z.strictObject({
  name: z.string(),
  members: z.array(z.string()).min(2),
  /** The order is fixed. */
  ordered: z.boolean().default(true),
});

/** A rule of the Party as listed in public: names, years and status are facts. */
export const partyRuleSchema = z.strictObject({
  title: z.string(),
  year: z.int(),
  status: z.enum(['valid', 'revised', 'repealed']),
});
export type PartyRule = z.infer<typeof partyRuleSchema>;

export const datedFactsSchema = z.strictObject({
  /** Party congresses and plenums with the month they closed in (YYYY-MM). */
  meetings: z.array(z.strictObject({ name: z.string(), closed: z.string().regex(/^\d{4}-\d{2}$/) })),
  /** What a year is called in the formula “…的开局之年”. */
  years: z.array(z.strictObject({ year: z.int(), about: z.string(), name: z.string() })),
});

/** Word lists and dated facts the rules go by: config/wording/*.yaml, one key per file. */
export const wordingSchema = z.strictObject({
  /** Certain misspellings. */
  typos: z.array(lexiconEntrySchema),
  /** Truncated, reordered or outworn political wording. */
  fixedPhrases: z.array(lexiconEntrySchema),
  /** Verbs and objects that do not go together, stacked words. */
  collocations: z.array(lexiconEntrySchema),
  /** Terms that a later one has replaced. */
  outdatedTerms: z.array(lexiconEntrySchema),
  /** Words official style prefers another form of. */
  styleWords: z.array(lexiconEntrySchema),
  formulas: z.array(formulaSchema),
  catchwords: z.array(catchwordSchema),
  partyRules: z.array(partyRuleSchema),
  datedFacts: datedFactsSchema,
  /** Clauses many reports share word for word; summaries leave them out. */
  boilerplate: z.array(z.string()).optional(),
  /** Names of provinces and prefectures without 省, 市. */
  places: z.array(z.string()),
  /** Groups of characters that are mistaken for one another; a line may hold several, separated by spaces. */
  confusables: z.array(z.string().min(2)),
  /** Groups of common two-character words that sound the same, separated by spaces. */
  homophones: z.array(z.string().min(5)).optional(),
});
export type Wording = z.infer<typeof wordingSchema>;
