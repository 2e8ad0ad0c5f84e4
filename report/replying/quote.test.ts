import { expect, it } from 'vitest';
import { quoteOf, shorten } from './quote.ts';

const text =
  '全面学习贯彻党的XX大精神，办结率达到%。另有一句很长很长的话说了又说写了又写总也说不完于是只好在这里打住了吧，请见谅。';
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

it.each([
  ['short words with what stands around them', span('XX'), '…学习贯彻党的XX大精神'],
  ['up to the punctuation on both sides', span('%'), '办结率达到%'],
  [
    'long words shortened in the middle',
    span(text.slice(21, 70)),
    '另有一句很长很长的话说了又说写了又写总也说不完…在这里打住了吧，请见谅。',
  ],
  ['an empty span not at all', { start: 3, end: 3 }, null],
])('quotes %s', (_name, place, expected) => {
  expect(quoteOf(text, place)).toBe(expected);
});

it('shortens by whole characters', () => {
  expect(shorten('𠮷野家的年度工作总结', 6)).toBe('𠮷野家的…结');
});
