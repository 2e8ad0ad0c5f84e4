import { z } from 'zod';
import { behaviors, common, confirm, formItem, icon, interaction, padding, pixels, plainText, text } from './values.ts';

const placeholder = { placeholder: plainText.optional() };
const options = z.array(z.strictObject({ text: plainText, value: z.string().min(1), icon: icon.optional() })).min(1);
const people = z.array(z.strictObject({ value: z.string() })).optional();
const chosen = { selected_values: z.array(z.string()).optional() };
const select = { ...common, ...interaction, ...formItem, ...placeholder, type: z.enum(['default', 'text']).optional() };
const picker = { ...common, ...interaction, ...formItem, ...placeholder, value: z.unknown().optional() };
const day = '\\d{4}-\\d{2}-\\d{2}';
const time = '\\d{2}:\\d{2}';

const button = z.strictObject({
  tag: z.literal('button'),
  ...common,
  ...interaction,
  name: z.string().min(1).optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  type: z
    .enum([
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
      'laser',
    ])
    .optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: z.union([z.enum(['default', 'fill']), pixels]).optional(),
  text: text.optional(),
  icon: icon.optional(),
});

/** Components somebody does something with. */
export const inputComponents = {
  button,
  input: z.strictObject({
    tag: z.literal('input'),
    ...common,
    ...interaction,
    ...formItem,
    ...placeholder,
    default_value: z.string().max(1000).optional(),
    max_length: z.int().min(1).max(1000).optional(),
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    show_icon: z.boolean().optional(),
    rows: z.int().positive().optional(),
    auto_resize: z.boolean().optional(),
    max_rows: z.int().positive().optional(),
    label: plainText.optional(),
    label_position: z.enum(['top', 'left']).optional(),
    value: z.unknown().optional(),
  }),
  select_static: z.strictObject({
    tag: z.literal('select_static'),
    ...select,
    options,
    initial_option: z.string().optional(),
    initial_index: z.int().optional(),
  }),
  multi_select_static: z.strictObject({ tag: z.literal('multi_select_static'), ...select, ...chosen, options }),
  select_person: z.strictObject({
    tag: z.literal('select_person'),
    ...select,
    options: people,
    initial_option: z.string().optional(),
  }),
  multi_select_person: z.strictObject({ tag: z.literal('multi_select_person'), ...select, ...chosen, options: people }),
  date_picker: z.strictObject({
    tag: z.literal('date_picker'),
    ...picker,
    initial_date: z
      .string()
      .regex(new RegExp(`^${day}$`))
      .optional(),
  }),
  picker_time: z.strictObject({
    tag: z.literal('picker_time'),
    ...picker,
    initial_time: z
      .string()
      .regex(new RegExp(`^${time}$`))
      .optional(),
  }),
  picker_datetime: z.strictObject({
    tag: z.literal('picker_datetime'),
    ...picker,
    initial_datetime: z
      .string()
      .regex(new RegExp(`^${day} ${time}$`))
      .optional(),
  }),
  overflow: z.strictObject({
    tag: z.literal('overflow'),
    ...common,
    width: formItem.width,
    confirm: confirm.optional(),
    behaviors: behaviors.optional(),
    options: z
      .array(
        z.strictObject({
          text: plainText,
          value: z.string().optional(),
          multi_url: z.unknown().optional(),
          icon: icon.optional(),
          confirm: confirm.optional(),
        }),
      )
      .min(1),
  }),
  checker: z.strictObject({
    tag: z.literal('checker'),
    ...common,
    ...interaction,
    name: z.string().min(1).optional(),
    checked: z.boolean().optional(),
    text: text.optional(),
    overall_checkable: z.boolean().optional(),
    button_area: z.strictObject({ pc_display_rule: z.string().optional(), buttons: z.array(button).max(3) }).optional(),
    checked_style: z
      .strictObject({ show_strikethrough: z.boolean().optional(), opacity: z.number().min(0).max(1).optional() })
      .optional(),
    padding: padding.optional(),
  }),
  select_img: z.strictObject({
    tag: z.literal('select_img'),
    ...common,
    ...interaction,
    ...formItem,
    multi_select: z.boolean().optional(),
    layout: z.enum(['stretch', 'bisect', 'trisect']).optional(),
    can_preview: z.boolean().optional(),
    aspect_ratio: z.enum(['1:1', '16:9', '4:3']).optional(),
    value: z.unknown().optional(),
    options: z.array(z.strictObject({ img_key: z.string(), value: z.string() })).min(1),
  }),
};
