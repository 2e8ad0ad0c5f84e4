import { z } from 'zod';
import {
  colour,
  common,
  cornerRadius,
  elementId,
  horizontalAlign,
  icon,
  pixels,
  text,
  textSize,
  verticalAlign,
} from './values.ts';

const personSize = z.enum(['extra_small', 'small', 'medium', 'large']);
const combinations = { double: 2, triple: 3, bisect: 4, trisect: 6, nine: 9 };

const tableColumn = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  width: z.union([z.literal('auto'), pixels, z.string().regex(/^\d{1,3}%$/)]).optional(),
  vertical_align: verticalAlign.optional(),
  horizontal_align: horizontalAlign.optional(),
  data_type: z.enum(['text', 'lark_md', 'markdown', 'options', 'number', 'persons', 'date']),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
});

/** Components that only show something. */
export const displayComponents = {
  markdown: z.strictObject({
    tag: z.literal('markdown'),
    ...common,
    content: z.string(),
    text_size: textSize.optional(),
    text_align: horizontalAlign.optional(),
    icon: icon.optional(),
  }),
  div: z.strictObject({
    tag: z.literal('div'),
    ...common,
    width: z.union([z.enum(['fill', 'auto']), pixels]).optional(),
    text: text.optional(),
    icon: icon.optional(),
  }),
  hr: z.strictObject({ tag: z.literal('hr'), ...common }),
  img: z.strictObject({
    tag: z.literal('img'),
    ...common,
    img_key: z.string(),
    alt: text,
    title: text.optional(),
    corner_radius: cornerRadius.optional(),
    scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
    size: z.string().optional(),
    transparent: z.boolean().optional(),
    preview: z.boolean().optional(),
  }),
  img_combination: z
    .strictObject({
      tag: z.literal('img_combination'),
      ...common,
      combination_mode: z.enum(['double', 'triple', 'bisect', 'trisect', 'nine']),
      combination_transparent: z.boolean().optional(),
      corner_radius: cornerRadius.optional(),
      img_list: z.array(z.strictObject({ img_key: z.string() })),
    })
    .refine((value) => value.img_list.length <= combinations[value.combination_mode], { path: ['img_list'] }),
  person: z.strictObject({
    tag: z.literal('person'),
    ...common,
    user_id: z.string(),
    size: personSize.optional(),
    show_avatar: z.boolean().optional(),
    show_name: z.boolean().optional(),
    style: z.enum(['normal', 'capsule']).optional(),
  }),
  person_list: z.strictObject({
    tag: z.literal('person_list'),
    ...common,
    persons: z.array(z.strictObject({ id: z.string() })).min(1),
    drop_invalid_user_id: z.boolean().optional(),
    lines: z.int().positive().optional(),
    show_name: z.boolean().optional(),
    show_avatar: z.boolean().optional(),
    size: personSize.optional(),
    icon: icon.optional(),
  }),
  chart: z.strictObject({
    tag: z.literal('chart'),
    ...common,
    aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
    color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
    chart_spec: z.looseObject({ type: z.string() }),
    preview: z.boolean().optional(),
    height: z.union([z.literal('auto'), pixels]).optional(),
  }),
  table: z.strictObject({
    tag: z.literal('table'),
    element_id: elementId.optional(),
    margin: common.margin,
    page_size: z.int().min(1).max(10).optional(),
    row_height: z.union([z.enum(['low', 'middle', 'high', 'auto']), pixels]).optional(),
    row_max_height: pixels.optional(),
    freeze_first_column: z.boolean().optional(),
    header_style: z
      .strictObject({
        text_align: horizontalAlign.optional(),
        text_size: z.enum(['normal', 'heading']).optional(),
        background_style: z.enum(['none', 'grey']).optional(),
        text_color: z.enum(['default', 'grey']).optional(),
        bold: z.boolean().optional(),
        lines: z.int().positive().optional(),
      })
      .optional(),
    columns: z.array(tableColumn).min(1).max(50),
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
};

const option = z.union([z.string(), z.array(z.strictObject({ text: z.string(), color: colour.optional() }))]);
/** What a table's cells hold, by data_type. */
export const cellSchemas = {
  text: z.string(),
  lark_md: z.string(),
  markdown: z.string(),
  number: z.number(),
  date: z.number(),
  options: option,
  persons: z.union([z.string(), z.array(z.string())]),
};
