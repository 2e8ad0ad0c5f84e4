import { z } from 'zod';

/** Values that properties of several components share: card JSON 2.0 takes nothing it does not know. */
const hues = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'sunflower',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
];
const named = new RegExp(
  `^(?:(?:${hues.join('|')}|grey)(?:-(?:00|50|[1-9]00|350|650|950|1000))?|default|white|bg-white)$`,
);
const rgba = /^rgba\(\s?\d{1,3}\s?,\s?\d{1,3}\s?,\s?\d{1,3}\s?,\s?(?:0|1|0?\.\d{1,3}|1\.0)\s?\)$/;
const custom = /^cus-[A-Za-z0-9-]{1,20}$/;

/** An enumerated name, rgba(…) or a colour of config.style; never #hex. */
export const colour = z.string().refine((value) => named.test(value) || rgba.test(value) || custom.test(value), {
  error: 'invalid color',
});
export const tagColour = z.enum([...hues.filter((hue) => hue !== 'sunflower'), 'neutral']);
export const template = z.enum([...hues.filter((hue) => hue !== 'lime' && hue !== 'sunflower'), 'grey', 'default']);

export const elementId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'invalid element_id');
const side = '-?\\d{1,2}(?:px)?';
export const margin = z.string().regex(new RegExp(`^${side}(?: ${side}){0,3}$`), 'invalid margin');
export const padding = z.string().regex(/^\d{1,2}(?:px)?(?: \d{1,2}(?:px)?){0,3}$/, 'invalid padding');
/** Heads of panels refuse two values. */
export const panelHeadPadding = padding.refine((value) => [1, 4].includes(value.split(' ').length), {
  error: 'invalid panel header padding',
});
export const spacing = z.string().regex(/^(?:small|medium|large|extra_large|\d{1,2}px)$/, 'invalid spacing');
export const pixels = z.string().regex(/^\d{1,4}px$/, 'invalid size');
export const cornerRadius = z.string().regex(/^(?:\d{1,3}px|\d{1,3}%)$/, 'invalid corner_radius');
export const horizontalAlign = z.enum(['left', 'center', 'right']);
export const verticalAlign = z.enum(['top', 'center', 'bottom']);
const sizes = ['heading-0', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading', 'normal', 'notation'];
const scale = ['xxxx-large', 'xxx-large', 'xx-large', 'x-large', 'large', 'medium', 'small', 'x-small'];
/** Names of config.style.text_size are allowed as well. */
export const textSize = z.union([z.enum([...sizes, ...scale]), z.string().regex(/^[a-z][a-z0-9_-]{1,30}$/)]);

const texts = z.record(z.string(), z.string());
const textFields = {
  content: z.string(),
  i18n_content: texts.optional(),
  i18n: texts.optional(),
  text_size: textSize.optional(),
  text_color: colour.optional(),
  text_align: horizontalAlign.optional(),
  lines: z.int().positive().optional(),
  element_id: elementId.optional(),
};
export const text = z.strictObject({ tag: z.enum(['plain_text', 'lark_md']), ...textFields });
export const plainText = z.strictObject({ tag: z.literal('plain_text'), ...textFields });
export const panelTitle = z.strictObject({ tag: z.enum(['plain_text', 'markdown']), ...textFields });

export const icon = z.strictObject({
  tag: z.enum(['standard_icon', 'custom_icon']),
  token: z.string().optional(),
  color: colour.optional(),
  img_key: z.string().optional(),
  size: z
    .string()
    .regex(/^\d{1,3}px \d{1,3}px$/)
    .optional(),
});

export const confirm = z.strictObject({ title: text, text });

const links = { pc_url: z.string().optional(), ios_url: z.string().optional(), android_url: z.string().optional() };
export const behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('open_url'), default_url: z.string(), ...links }),
    /** The SDK passes on objects only. */
    z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) }),
    z.strictObject({ type: z.literal('form_action'), behavior: z.enum(['submit', 'reset']) }),
  ]),
);
export const multiUrl = z.strictObject({ url: z.string(), ...links });

/** Checked by the walk over the card, one by one. */
export const children = z.array(z.unknown());

export const common = { element_id: elementId.optional(), margin: margin.optional() };
export const layout = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  padding: padding.optional(),
  horizontal_spacing: spacing.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_align: horizontalAlign.optional(),
  vertical_align: verticalAlign.optional(),
};
export const interaction = {
  behaviors: behaviors.optional(),
  confirm: confirm.optional(),
  hover_tips: plainText.optional(),
  disabled: z.boolean().optional(),
  disabled_tips: plainText.optional(),
};
/** For components in a form. */
export const formItem = {
  name: z.string().min(1).optional(),
  required: z.boolean().optional(),
  width: z.union([z.enum(['default', 'fill', 'auto']), pixels]).optional(),
};
