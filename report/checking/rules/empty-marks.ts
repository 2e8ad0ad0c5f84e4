import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  { pattern: /《[ 　]*》|“[ 　]*”|〔[ 　]*〕/g, message: (match) => `“${match[0]}”里是空的，请补上或删去` },
  {
    pattern: /（[ 　]*）|\([ 　]*\)|【[ 　]*】/g,
    severity: 'should',
    message: (match) => `“${match[0]}”里是空的，请补上或删去`,
  },
];

export const rule: Rule = {
  meta: {
    id: 'empty-marks',
    title: '书名号、引号、括号里是空的',
    basis: null,
    severity: 'must',
    family: 'punctuation',
    fragile: 'characters',
    examples: {
      good: ['学习《条例》（试行），落实“一岗双责”。'],
      bad: [
        { text: '认真学习《》，撰写体会。', found: ['《》'] },
        { text: '在思（）想上高度重视。', found: ['（）'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
