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

describe('cards the platform takes', () => {
  const taken: [string, object][] = [
    ['markdown', card(markdown('**好**'))],
    [
      'a header with tags and a subtitle',
      {
        ...card(markdown('文')),
        config: { update_multi: true, width_mode: 'fill', summary: { content: '述职报告' } },
        header: {
          title: text('述职报告'),
          subtitle: text('第 1 稿'),
          template: 'red',
          text_tag_list: [{ tag: 'text_tag', text: text('退改'), color: 'red' }],
          icon: { tag: 'standard_icon', token: 'chat_outlined' },
        },
      },
    ],
    [
      'people and images it knows',
      card(markdown('<at id=ou_known></at> <at id=all></at>'), { tag: 'img', img_key: 'img_known', alt: text('') }),
    ],
    ['columns five deep', card(nested(5))],
    [
      'a folded panel with columns',
      card({
        tag: 'collapsible_panel',
        expanded: false,
        header: { title: markdown('**建议改**'), padding: '4px 8px 4px 8px', icon_expanded_angle: -180 },
        border: { color: 'grey', corner_radius: '5px' },
        elements: [columns(markdown('一'))],
      }),
    ],
    [
      'a table with every kind of cell',
      card({
        ...table,
        columns: ['text', 'lark_md', 'markdown', 'number', 'date', 'options', 'persons'].map((type) => ({
          name: type,
          data_type: type,
        })),
        rows: [
          {
            text: 'a',
            lark_md: 'a',
            markdown: 'a',
            number: 1,
            date: 1,
            options: [{ text: 'a', color: 'green' }],
            persons: ['ou_known'],
          },
        ],
      }),
    ],
    ['a chart', card({ tag: 'chart', aspect_ratio: '16:9', chart_spec: { type: 'bar', data: { values: [] } } })],
    [
      'a form with every field',
      card({
        tag: 'form',
        name: 'deadline',
        elements: [
          { tag: 'input', name: 'a', placeholder: text('请输入'), max_length: 1000 },
          { tag: 'select_static', name: 'b', options: [{ text: text('是'), value: 'yes' }], initial_option: 'yes' },
          { tag: 'multi_select_static', name: 'c', options: [{ text: text('是'), value: 'yes' }], selected_values: [] },
          { tag: 'select_person', name: 'd' },
          { tag: 'multi_select_person', name: 'e', required: true },
          { tag: 'date_picker', name: 'f', initial_date: '2026-12-31' },
          { tag: 'picker_time', name: 'g', initial_time: '18:00' },
          { tag: 'picker_datetime', name: 'h', initial_datetime: '2026-12-31 18:00' },
          columns(submit),
        ],
      }),
    ],
    [
      'menu, checker, people and lines',
      card(
        { tag: 'overflow', options: [{ text: text('查看'), value: 'view' }] },
        { tag: 'checker', text: text('已读'), behaviors: back },
        { tag: 'person_list', persons: [{ id: 'ou_known' }] },
        { tag: 'person', user_id: 'ou_known' },
        { tag: 'div', text: text('字') },
        { tag: 'hr' },
      ),
    ],
    ['two hundred elements', card(...Array.from({ length: 200 }, () => markdown('行')))],
    ['three tables', card(table, table, markdown('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'))],
  ];
  it.each(taken)('%s', (_name, value) => {
    expect(checkCard(value, context)).toBeNull();
  });
});
