import { z } from 'zod';
import { spanSchema } from './span.ts';

/** What the bytes turned out to be; decided by content, never by the file's extension. */
export const reportFormatSchema = z.enum(['txt', 'md', 'docx', 'doc', 'wps', 'rtf', 'odt', 'pdf', 'ofd', 'image']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

/** Where a block's text came from; `converted` went through LibreOffice or word-extractor. */
export const blockSourceSchema = z.enum(['native', 'converted', 'pdf', 'ocr']);
export type BlockSource = z.infer<typeof blockSourceSchema>;

export const blockStyleSchema = z.object({
  name: z.string().optional(),
  /** 0 is Word's outline level 1; absent means body text. */
  outlineLevel: z.int().min(0).max(8).optional(),
  bold: z.boolean().optional(),
  align: z.enum(['left', 'center', 'right', 'both']).optional(),
  fontEastAsia: z.string().optional(),
  fontAscii: z.string().optional(),
  /** Points. */
  size: z.number().optional(),
  /** Line spacing: points when the rule is exact or atLeast, lines when auto. */
  line: z.object({ value: z.number(), rule: z.enum(['auto', 'exact', 'atLeast']) }).optional(),
  /** First-line indent in characters of the body size. */
  firstLineIndent: z.number().optional(),
});
export type BlockStyle = z.infer<typeof blockStyleSchema>;

/**
 * One paragraph, or one table row with its cells joined by tabs. `start`..`end` is its text without the newline that ends
 * it; a paragraph of a hard-wrapped .txt file spans several lines, so its text may hold newlines.
 */
export const blockSchema = spanSchema.extend({
  kind: z.enum(['paragraph', 'table-row']),
  /** Text boxes and notes stand in the text at the place of their anchor. */
  part: z.enum(['body', 'textbox', 'footnote', 'endnote']),
  /** An automatic number that Word shows; `length` is how much of the block's beginning it made up. */
  numbering: z.object({ label: z.string(), level: z.int(), length: z.int() }).optional(),
  style: blockStyleSchema.optional(),
  table: z.object({ index: z.int(), row: z.int(), cells: z.array(spanSchema) }).optional(),
  page: z.int().positive().optional(),
  source: blockSourceSchema,
  /** 0 to 1; below 1 the characters or the block's borders are a guess. */
  confidence: z.number().min(0).max(1),
});
export type Block = z.infer<typeof blockSchema>;

/** Text that stands outside the running text and is never checked as part of it. */
export const asideSchema = z.object({
  kind: z.enum(['header', 'footer', 'comment', 'deleted', 'inserted', 'hidden', 'moved-from']),
  text: z.string(),
  author: z.string().optional(),
  /** The place in the text it belongs to, when it has one. */
  at: z.int().nonnegative().optional(),
});
export type Aside = z.infer<typeof asideSchema>;

/** Page set-up of the first section, millimetres; only where the file has it. */
export const pageLayoutSchema = z.object({
  width: z.number(),
  height: z.number(),
  margins: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
});

/**
 * A file as read: `text` is every block's text joined by single newlines, automatic numbers included, tracked changes
 * accepted. For .txt and .md it is exactly the decoded file with its line ends made \n (one block per
 * non-empty line, hard-wrapped lines taken together).
 */
export const reportDocumentSchema = z.object({
  format: reportFormatSchema,
  text: z.string(),
  blocks: z.array(blockSchema),
  asides: z.array(asideSchema),
  pages: z.int().positive().nullable(),
  layout: pageLayoutSchema.optional(),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;

/** Every way in which a file cannot be read; each has one sentence for the sender. */
export const refusalCodeSchema = z.enum([
  'unsupported-format',
  'encrypted',
  'too-large',
  'too-complex',
  'damaged',
  'empty',
  'no-text',
  'timeout',
  'out-of-memory',
  'converter-missing',
  'forbidden-content',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export const readOutcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), document: reportDocumentSchema }),
  /** `message` is Chinese, says what happened and what to do next. */
  z.object({ ok: z.literal(false), code: refusalCodeSchema, message: z.string() }),
]);
export type ReadOutcome = z.infer<typeof readOutcomeSchema>;
