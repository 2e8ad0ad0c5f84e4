import { expect, it } from 'vitest';
import type { FormField } from '../core/reply.ts';
import { shownMarks, touchedFields } from './touched-fields.ts';

const text = (name: string, value?: string): FormField => ({
  kind: 'text',
  name,
  label: name,
  required: false,
  ...(value === undefined ? {} : { value }),
});
const shown = shownMarks([
  text('name', '年度报告'),
  text('maxCharacters', '3000'),
  text('fileName'),
  { kind: 'people', name: 'people', label: '人', value: ['ou_1', 'ou_2'], required: false },
]);
const same = { name: ' 年度报告 ', maxCharacters: '3000', people: ['ou_2', 'ou_1'] };

it.each([
  ['nothing, though people come in another order', same, []],
  ['a changed name', { ...same, name: '年终报告' }, ['name']],
  ['a field that was emptied', { ...same, maxCharacters: '' }, ['maxCharacters']],
  ['a field that was filled in', { ...same, fileName: '单位+姓名' }, ['fileName']],
  ['another choice of people', { ...same, people: 'ou_1' }, ['people']],
])('a form tells what was changed in it: %s', (_, form, touched) => {
  expect(touchedFields(form, shown)).toEqual(new Set(touched));
});

it('a form that does not tell what it showed counts as changed all over', () => {
  expect(touchedFields(same, undefined)).toBeNull();
});
