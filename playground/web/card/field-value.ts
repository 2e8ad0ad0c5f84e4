import { type Json, strings, text } from './card-json.ts';
import type { FieldValue } from './form-context.ts';

const fieldTags = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

export const isField = (json: Json): boolean => fieldTags.has(text(json.tag));
export const isMultiple = (json: Json): boolean => text(json.tag).startsWith('multi_');

export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** The value a field shows before anybody touched it. Dates are as the browser's own fields want them. */
export function initialValue(json: Json): FieldValue {
  switch (json.tag) {
    case 'input':
      return text(json.default_value);
    case 'checker':
      return json.checked === true;
    case 'multi_select_static':
    case 'multi_select_person':
      return strings(json.selected_values ?? json.initial_options);
    case 'select_person':
      return text(json.initial_option) || text(json.initial_user);
    case 'date_picker':
      return text(json.initial_date);
    case 'picker_time':
      return text(json.initial_time);
    case 'picker_datetime':
      return text(json.initial_datetime).trim().replace(' ', 'T');
    default:
      return text(json.initial_option);
  }
}

/** "+0800" for the time zone of the browser at that day. */
export function offsetAt(day: Date): string {
  const minutes = -day.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
}

const dateTags = new Set(['date_picker', 'picker_time', 'picker_datetime']);

/** The value as the platform reports it: dates as "2026-12-31 18:00 +0800". */
export function sentValue(json: Json, value: FieldValue): FieldValue {
  if (!dateTags.has(text(json.tag)) || typeof value !== 'string' || value === '') return value;
  const day = json.tag === 'picker_time' ? new Date() : new Date(value);
  return `${value.replace('T', ' ')} ${offsetAt(Number.isNaN(day.getTime()) ? new Date() : day)}`;
}
