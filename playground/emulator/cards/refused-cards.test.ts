import { describe, expect, it } from 'vitest';
import { checkCard } from './check-card.ts';

const context = { knowsPerson: (id: string) => id === 'ou_known', knowsImage: (key: string) => key === 'img_known' };
const card = (...elements: unknown[]): object => ({ schema: '2.0', body: { elements } });
const text = (content: string): object => ({ tag: 'plain_text', content });
const markdown = (content: string): object => ({ tag: 'markdown', content });
const back = [{ type: 'callback', value: { action: 'again' } }];
const submit = { tag: 'button', name: 'go', text: text('提交'), form_action_type: 'submit', behaviors: back };
const table = { tag: 'table', page_size: 5, columns: [{ name: 'a', display_name: '甲', data_type: 'text' }], rows: [] };
const columns = (...elements: unknown[]): object => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const nested = (depth: number): object => (depth === 0 ? markdown('里') : columns(nested(depth - 1)));

describe('cards the platform refuses', () => {
  const refused: [string, number, string, unknown][] = [
    ['something that is no card', 200621, 'Invalid input: expected object, received string, path: ROOT', '文字'],
    [
      'version 1',
      200621,
      'Invalid input: expected "2.0", path: ROOT -> schema',
      { schema: '1.0', body: { elements: [] } },
    ],
    [
      'an unknown property of the card',
      200621,
      'unknown property, property: elements, path: ROOT',
      { ...card(), elements: [] },
    ],
    [
      'config of version 1',
      200621,
      'unknown property, property: wide_screen_mode, path: ROOT -> config',
      { ...card(), config: { wide_screen_mode: true } },
    ],
    [
      'a card that is not shared',
      200621,
      'Invalid input: expected true, path: ROOT -> config -> update_multi',
      { ...card(), config: { update_multi: false } },
    ],
    [
      'an unknown property of a component',
      200621,
      'unknown property, property: colour, path: ROOT -> body -> elements -> [0](tag: markdown)',
      card({ ...markdown('文'), colour: 'red' }),
    ],
    [
      'a note of version 1',
      200861,
      'unsupported tag note, path: ROOT -> body -> elements -> [0](tag: note)',
      card({ tag: 'note', elements: [] }),
    ],
    [
      'an action row of version 1',
      200861,
      'unsupported tag action, path: ROOT -> body -> elements -> [0](tag: action)',
      card({ tag: 'action', actions: [] }),
    ],
    [
      'an unknown component',
      200621,
      'unsupported tag progress, path: ROOT -> body -> elements -> [0](tag: progress)',
      card({ tag: 'progress' }),
    ],
    [
      'a column outside a column set',
      200621,
      'unsupported tag column, path: ROOT -> body -> elements -> [0](tag: column)',
      card({ tag: 'column', elements: [] }),
    ],
    [
      'a hexadecimal colour',
      200621,
      'invalid color, path: ROOT -> body -> elements -> [0](tag: column_set) -> background_style',
      card({ ...columns(), background_style: '#ff0000' }),
    ],
    [
      'a table inside columns',
      200621,
      'table must stand at the root, path: ROOT -> body -> elements -> [0](tag: column_set) -> columns -> [0](tag: column) -> elements -> [0](tag: table)',
      card(columns(table)),
    ],
    [
      'a form inside a panel',
      200621,
      'form must stand at the root, path: ROOT -> body -> elements -> [0](tag: collapsible_panel) -> elements -> [0](tag: form)',
      card({
        tag: 'collapsible_panel',
        header: { title: text('折') },
        elements: [{ tag: 'form', name: 'f', elements: [submit] }],
      }),
    ],
    [
      'a panel head with two paddings',
      200621,
      'invalid panel header padding, path: ROOT -> body -> elements -> [0](tag: collapsible_panel) -> header -> padding',
      card({ tag: 'collapsible_panel', header: { title: text('折'), padding: '4px 8px' }, elements: [] }),
    ],
    [
      'a form without a submit button',
      200621,
      'form needs a submit button, path: ROOT -> body -> elements -> [0](tag: form)',
      card({ tag: 'form', name: 'f', elements: [] }),
    ],
    [
      'a nameless field in a form',
      200621,
      'name is required in a form, path: ROOT -> body -> elements -> [0](tag: form) -> elements -> [0](tag: input)',
      card({ tag: 'form', name: 'f', elements: [{ tag: 'input' }, submit] }),
    ],
    [
      'the same name twice in a form',
      200621,
      'name a repeats on the card, path: ROOT -> body -> elements -> [0](tag: form) -> elements -> [1](tag: input)',
      card({ tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'a' }, { tag: 'input', name: 'a' }, submit] }),
    ],
    [
      'the same name in two forms',
      200621,
      'name a repeats on the card, path: ROOT -> body -> elements -> [1](tag: form) -> elements -> [0](tag: input)',
      card(
        { tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'a' }, submit] },
        {
          tag: 'form',
          name: 'g',
          elements: [
            { tag: 'input', name: 'a' },
            { ...submit, name: 'send' },
          ],
        },
      ),
    ],
    [
      'a choice of several outside a form',
      200621,
      'multi_select_person must stand in a form, path: ROOT -> body -> elements -> [0](tag: multi_select_person)',
      card({ tag: 'multi_select_person', behaviors: back }),
    ],
    [
      'a chart in a form',
      200621,
      'no chart in a form, path: ROOT -> body -> elements -> [0](tag: form) -> elements -> [0](tag: chart)',
      card({ tag: 'form', name: 'f', elements: [{ tag: 'chart', chart_spec: { type: 'bar' } }, submit] }),
    ],
    ['columns six deep', 200621, expect.stringContaining('nested too deep') as unknown as string, card(nested(6))],
    [
      'a callback value that is a string',
      200621,
      'Invalid input: expected record, received string, path: ROOT -> body -> elements -> [0](tag: button) -> behaviors -> 0 -> value',
      card({ tag: 'button', text: text('好'), behaviors: [{ type: 'callback', value: 'x' }] }),
    ],
    [
      'eleven rows a page',
      200914,
      'Too big: expected number to be <=10, path: ROOT -> body -> elements -> [0](tag: table) -> page_size',
      card({ ...table, page_size: 11 }),
    ],
    [
      'a row with an unknown column',
      200915,
      'b, path: ROOT -> body -> elements -> [0](tag: table) -> rows -> [0]',
      card({ ...table, rows: [{ b: '1' }] }),
    ],
    [
      'a cell of another type',
      200915,
      'a, path: ROOT -> body -> elements -> [0](tag: table) -> rows -> [0]',
      card({ ...table, rows: [{ a: 1 }] }),
    ],
    [
      'a chart without a type',
      200550,
      'Invalid input: expected string, received undefined, path: ROOT -> body -> elements -> [0](tag: chart) -> chart_spec -> type',
      card({ tag: 'chart', chart_spec: {} }),
    ],
    [
      'a stranger mentioned',
      100290,
      'ou_stranger, path: ROOT -> body -> elements -> [0](tag: markdown)',
      card(markdown('<at id=ou_stranger></at>')),
    ],
    [
      'a stranger in a list',
      100290,
      'ou_stranger, path: ROOT -> body -> elements -> [0](tag: person_list)',
      card({ tag: 'person_list', persons: [{ id: 'ou_stranger' }] }),
    ],
    [
      'an unknown image',
      200570,
      'img_other, path: ROOT -> body -> elements -> [0](tag: img)',
      card({ tag: 'img', img_key: 'img_other', alt: text('') }),
    ],
    [
      'an element id twice',
      200621,
      'element_id one repeats, path: ROOT -> body -> elements -> [1](tag: hr)',
      card({ tag: 'hr', element_id: 'one' }, { tag: 'hr', element_id: 'one' }),
    ],
    ['two hundred and one elements', 11310, '201', card(...Array.from({ length: 201 }, () => markdown('行')))],
    [
      'four tables, tables in markdown counted',
      11310,
      'table, path: ROOT -> body -> elements -> [2](tag: markdown)',
      card(table, table, markdown('|甲|\n|---|\n|1|\n\n|乙|\n|---|\n|2|')),
    ],
  ];
  it.each(refused)('%s', (_name, code, value, given) => {
    expect(checkCard(given, context)).toEqual({ code, message: expect.any(String), value });
  });
});
