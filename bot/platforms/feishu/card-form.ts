import type { FormField, LeafBlock } from '../../../core/reply.ts';
import { button, type CardElement, plainText } from './card-element.ts';
import { clip, toMarkdown } from './card-text.ts';

/** What stands between the form's id and the field's name: names must differ on the whole card, ours only in a form. */
const separator = '__';

/** The field's name as the form has it; a name without a form's id is left as it is. */
export const fieldNameOf = (name: string): string => name.split(separator).at(-1) ?? name;

/** A form with a label line above each field; the platform returns its values under the names given here. */
export const renderForm = (form: Extract<LeafBlock, { kind: 'form' }>): CardElement => ({
  tag: 'form',
  name: form.id,
  elements: [
    ...form.fields.flatMap((field) => [label(field), input(field, `${form.id}${separator}${field.name}`)]),
    button(form.submit, { name: `${form.id}_submit`, form_action_type: 'submit' }),
  ],
});

const label = (field: FormField): CardElement => ({
  tag: 'markdown',
  content: `${toMarkdown([clip(field.label, 60)])}${field.required ? " <font color='red'>&#42;</font>" : ''}`,
});

const placeholder = (content: string): { placeholder: CardElement } => ({
  placeholder: plainText(content),
});

const input = (field: FormField, name: string): CardElement => {
  const common = { name, required: field.required, width: 'fill' };
  switch (field.kind) {
    case 'text':
      return {
        tag: 'input',
        ...common,
        ...placeholder('请输入'),
        max_length: 1000,
        ...(field.value === undefined ? {} : { default_value: clip(field.value, 1000) }),
      };
    case 'choice':
      return {
        tag: field.multiple === true ? 'multi_select_static' : 'select_static',
        ...common,
        ...placeholder('请选择'),
        options: field.options.map((option) => ({
          text: plainText(clip(option.label, 100)),
          value: option.value,
        })),
        ...(field.options.some((option) => option.value === field.value) ? { initial_option: field.value } : {}),
      };
    case 'datetime':
      return {
        tag: 'picker_datetime',
        ...common,
        ...placeholder('选择日期和时间'),
        ...(field.value === undefined ? {} : { initial_datetime: field.value }),
      };
    case 'people':
      return {
        tag: 'multi_select_person',
        ...common,
        ...placeholder('选择成员'),
        ...(field.value === undefined || field.value.length === 0 ? {} : { selected_values: field.value }),
      };
  }
};
