import { expect, it } from 'vitest';
import { sampleFinding } from '../../testing/builders/report-result.ts';
import { findingWords, toldOnce } from './finding-words.ts';

const words = (message: string, excerpt: string, quote: string, suggestion: string | null = null) => {
  const { message: said, from, to } = findingWords({ message, excerpt, suggestion }, quote);
  return [said, from, to];
};

it.each([
  ['a slip is its own sentence', ['“正已”有误，应为“正己”', '正已', '正人先正已', '正己'], ['', '正已', '正己']],
  ['a slip that is all the quotation', ['“自已”有误，应为“自己”', '自已', '自已', '自己'], ['', null, '自己']],
  [
    'advice stands behind an arrow',
    ['红线不可触碰，建议写作“不碰红线”', '固守红线', '固守红线', '不碰红线'],
    ['红线不可触碰', null, '不碰红线'],
  ],
  [
    'advice that was given already is not given twice',
    ['固定提法是“尊崇党章”，建议写作“尊崇党章”', '遵从党章', '遵从党章', '尊崇党章'],
    ['固定提法是“尊崇党章”', null, null],
  ],
  [
    'words that stand above are not quoted again',
    ['“走访慰问户”里“户”前面没有数字，请补上', '走访慰问户', '共走访慰问户'],
    ['“户”前面没有数字，请补上', null, null],
  ],
  [
    'and where nothing is left to point at, it points here',
    ['“某村支部”里没有写明是哪个地方，请补上名称', '某村支部', '某村支部'],
    ['这里没有写明是哪个地方，请补上名称', null, null],
  ],
  [
    'an opening of the whole excerpt goes too',
    ['“走访“四户””：没有这一提法', '走访“四户”', '走访“四户”'],
    ['没有这一提法', null, null],
  ],
  ['words that stand elsewhere are kept', ['“另一处”里缺数字', '走访', '走访群众'], ['“另一处”里缺数字', null, null]],
  [
    'a suggestion without words of advice',
    ['后面缺逗号', '两个确立', '拥护两个确立', '两个确立，'],
    ['后面缺逗号', null, '两个确立，'],
  ],
  ['to leave out is said by the message', ['网站标记，请删去', '##', '##', ''], ['网站标记，请删去', null, null]],
] as const)('%s', (_, [message, excerpt, quote, suggestion], expected) => {
  expect(words(message, excerpt, quote, suggestion ?? null)).toEqual(expected);
});

it('what would read the same is told once, with how often', () => {
  const [one, again] = [sampleFinding('%'), { ...sampleFinding('%'), start: 3, end: 4 }];
  const other = sampleFinding('%', { message: '另有不对' });
  expect(toldOnce([one, other, again])).toEqual([{ ...one, alike: [again] }, other]);
  expect(toldOnce([])).toEqual([]);
});
