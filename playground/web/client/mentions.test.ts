import { describe, expect, it } from 'vitest';
import { encodeMentions, everybody, matchPeople, mentionAtCaret } from './mentions.ts';

const people = [{ id: 'bot', name: '催稿' }, everybody, { id: 'u1', name: '成员甲' }, { id: 'u2', name: '成员甲子' }];

describe('a mention being typed', () => {
  it.each([
    ['at the start', '@催', 2, { start: 0, query: '催' }],
    ['after Chinese words without a space', '请@成员', 4, { start: 1, query: '成员' }],
    ['only up to the caret', '@成员甲', 2, { start: 0, query: '成' }],
    ['no more once a space follows', '@催稿 进度', 6, null],
    ['not in a mail address', 'a@b', 3, null],
    ['not without a sign', '成员', 2, null],
  ])('is seen %s', (_where, text, caret, expected) => {
    expect(mentionAtCaret(text, caret)).toEqual(expected);
  });

  it('offers people whose name holds the query, those beginning with it first', () => {
    expect(matchPeople([{ id: 'u3', name: '小成' }, ...people], '成').map(({ id }) => id)).toEqual(['u1', 'u2', 'u3']);
  });
});

describe('mentions in what is sent', () => {
  it.each([
    ['@催稿 进度', '@{bot} 进度'],
    ['@所有人 请看', '@{all} 请看'],
    ['请@成员甲子和@成员甲看', '请@{u2}和@{u1}看'],
    ['写给 a@b.cn', '写给 a@b.cn'],
    ['没有提到谁', '没有提到谁'],
    ['@', '@'],
  ])('turns %s into %s', (typed, sent) => {
    expect(encodeMentions(typed, people, [])).toBe(sent);
  });

  it('takes the one chosen from the list among people with the same name', () => {
    const twins = [...people, { id: 'u9', name: '成员甲' }];
    expect(encodeMentions('@成员甲 好', twins, [{ id: 'u9', name: '成员甲' }])).toBe('@{u9} 好');
  });
});
