import { describe, expect, it } from 'vitest';
import { safeAddress, wordsOf } from './card-json.ts';
import { background, box, colourOf, spacing } from './card-style.ts';
import { initialValue, isEmpty, offsetAt, sentValue } from './field-value.ts';

describe('the value a field begins with', () => {
  it.each([
    [{ tag: 'input', default_value: '初稿' }, '初稿'],
    [{ tag: 'select_static', initial_option: 'a' }, 'a'],
    [{ tag: 'select_person', initial_user: 'u1' }, 'u1'],
    [{ tag: 'multi_select_person', selected_values: ['u1', 2] }, ['u1']],
    [{ tag: 'date_picker', initial_date: '2026-12-31' }, '2026-12-31'],
    [{ tag: 'picker_datetime', initial_datetime: '2026-12-31 18:00' }, '2026-12-31T18:00'],
    [{ tag: 'checker', checked: true }, true],
    [{ tag: 'input' }, ''],
  ])('%j is %j', (json, value) => {
    expect(initialValue(json)).toEqual(value);
  });
});

describe('the value a field sends', () => {
  const offset = offsetAt(new Date('2026-12-31T18:00'));
  it.each([
    [{ tag: 'picker_datetime' }, '2026-12-31T18:00', `2026-12-31 18:00 ${offset}`],
    [{ tag: 'date_picker' }, '2026-12-31', `2026-12-31 ${offset}`],
    [{ tag: 'picker_time' }, '09:30', `09:30 ${offset}`],
    [{ tag: 'date_picker' }, '', ''],
    [{ tag: 'multi_select_static' }, ['a'], ['a']],
  ])('%j with %j is %j', (json, value, sent) => {
    expect(sentValue(json, value)).toEqual(sent);
  });

  it('counts as empty without words, choices or a tick', () => {
    expect(['', [], false, undefined, '甲', ['a'], true].map(isEmpty)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('styles given by a card', () => {
  it.each([
    ['red', { name: 'red' }],
    ['grey-50', { name: 'grey' }],
    ['rgba(1, 2, 3, 0.5)', { css: 'rgba(1, 2, 3, 0.5)' }],
    ['#ff0000', {}],
    ['url(x)', {}],
  ])('takes %s as %j', (colour, expected) => {
    expect(colourOf(colour)).toEqual(expected);
  });

  it('takes lengths and spacings, and nothing else', () => {
    expect([
      box('4px 8px'),
      box('4'),
      box('-12px'),
      box('expression(1)'),
      spacing('large', '0'),
      spacing('9vw', '1px'),
    ]).toEqual(['4px 8px', '4px', '-12px', undefined, '12px', '1px']);
    expect(background('default')).toEqual({ className: '', style: {} });
  });

  it('opens the web, mail and the client, no scripts', () => {
    expect(['https://a.cn', 'mailto:a@b.cn', 'lark://x', 'javascript:x', ' data:x', '//a.cn'].map(safeAddress)).toEqual(
      ['https://a.cn', 'mailto:a@b.cn', 'lark://x', null, null, null],
    );
  });

  it('prefers Chinese words', () => {
    expect([wordsOf({ content: 'Hi', i18n: { zh_cn: '你好' } }), wordsOf('直接'), wordsOf(null)]).toEqual([
      '你好',
      '直接',
      '',
    ]);
  });
});
