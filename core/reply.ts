import { z } from 'zod';

/** Inline text. Adapters escape `text`; nothing in it is ever markup. */
export const inlineSchema = z.union([
  z.string(),
  z.object({ bold: z.string() }),
  z.object({ quote: z.string() }),
  z.object({ mention: z.string() }),
  z.object({ mentionAll: z.literal(true) }),
  z.object({ link: z.string(), href: z.string() }),
  z.object({ faint: z.string() }),
  z.object({ tinted: z.string(), tone: z.enum(['good', 'warn', 'bad']) }),
]);
export type Inline = z.infer<typeof inlineSchema>;
export type RichText = readonly Inline[];

/** A button. `id` names what it does, `value` are the keys it needs; both come back in the card-action event. */
export const replyActionSchema = z.object({
  id: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'default', 'danger']).default('default'),
  value: z.record(z.string(), z.string()).default({}),
  /** Asked before the click counts. */
  confirm: z.string().optional(),
});
export type ReplyAction = z.infer<typeof replyActionSchema>;

export const formFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    name: z.string(),
    label: z.string(),
    value: z.string().optional(),
    required: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('choice'),
    name: z.string(),
    label: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    value: z.string().optional(),
    /** Any number of them; the form then gives a list. */
    multiple: z.boolean().optional(),
    required: z.boolean().default(false),
  }),
  /** ISO local minutes, "2026-12-31 18:00". */
  z.object({
    kind: z.literal('datetime'),
    name: z.string(),
    label: z.string(),
    value: z.string().optional(),
    required: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('people'),
    name: z.string(),
    label: z.string(),
    value: z.array(z.string()).optional(),
    required: z.boolean().default(false),
  }),
]);
export type FormField = z.infer<typeof formFieldSchema>;

const rich = z.array(inlineSchema);

const leafBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: rich }),
  /** A row of short facts: 字数 2,053 · 必备部分 5/7 … */
  z.object({
    kind: z.literal('facts'),
    facts: z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        tone: z.enum(['good', 'warn', 'bad', 'plain']).default('plain'),
      }),
    ),
  }),
  /** A headed list, one line per item; `detail` on a second, fainter line. */
  z.object({
    kind: z.literal('list'),
    heading: z.string().optional(),
    tone: z.enum(['good', 'warn', 'bad', 'plain']).default('plain'),
    numbered: z.boolean().default(false),
    items: z.array(z.object({ text: rich, detail: rich.optional() })),
  }),
  z.object({
    kind: z.literal('progress'),
    label: z.string(),
    done: z.int(),
    total: z.int(),
    /** What the total is made of, in order; with it the progress is drawn as a chart where the platform can. */
    parts: z
      .array(
        z.object({
          label: z.string(),
          count: z.int(),
          tone: z.enum(['good', 'warn', 'bad', 'plain']).default('plain'),
        }),
      )
      .optional(),
  }),
  z.object({ kind: z.literal('divider') }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(
      z.object({ name: z.string(), label: z.string(), type: z.enum(['text', 'number']).default('text') }),
    ),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
  z.object({ kind: z.literal('actions'), actions: z.array(replyActionSchema) }),
  z.object({ kind: z.literal('form'), id: z.string(), fields: z.array(formFieldSchema), submit: replyActionSchema }),
]);
export type LeafBlock = z.infer<typeof leafBlockSchema>;
/** A part that opens on a click; never holds a table or a form (no platform allows it). */
export const foldBlockSchema = z.object({
  kind: z.literal('fold'),
  title: z.string(),
  open: z.boolean().default(false),
  blocks: z.array(leafBlockSchema),
});
export const replyBlockSchema = z.union([leafBlockSchema, foldBlockSchema]);
export type ReplyBlock = z.infer<typeof replyBlockSchema>;

/**
 * A platform-neutral answer. Adapters render it as well as they can and keep it within their limits: folds first, then
 * the tails of long lists are dropped with a line that says so. `tone` colours the header.
 */
export const replySchema = z.object({
  tone: z.enum(['good', 'warn', 'bad', 'info', 'progress']),
  title: z.string(),
  subtitle: z.string().optional(),
  tags: z
    .array(z.object({ text: z.string(), tone: z.enum(['good', 'warn', 'bad', 'plain']).default('plain') }))
    .default([]),
  blocks: z.array(replyBlockSchema),
});
export type Reply = z.infer<typeof replySchema>;
/** What builders write: defaults may be left out. */
export type ReplyInput = z.input<typeof replySchema>;
