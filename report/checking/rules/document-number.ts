import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const issuer = '[一-龥](?:发|办|字|函|通)';
const proper = (match: RegExpExecArray): string => `〔${/\d{4}/.exec(match[1] ?? '')?.[0] ?? ''}〕`;

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`${issuer}([【\\[［]20\\d\\d[】\\]］])第?\\d{1,4}号`, 'g'),
    message: (match) => `发文字号的年份用六角括号“${proper(match)}”`,
    suggestion: proper,
  },
  {
    pattern: new RegExp(`${issuer}([（(]20\\d\\d[）)])第?\\d{1,4}号`, 'g'),
    message: (match) => `发文字号的年份用六角括号“${proper(match)}”`,
    severity: 'hint',
    suggestion: proper,
  },
];

export const rule: Rule = {
  meta: {
    id: 'document-number',
    title: '发文字号的括号',
    basis: '《党政机关公文格式》（GB/T 9704—2012）7.2.5：年份应标全称，用六角括号“〔〕”括入',
    severity: 'should',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: ['落实《意见》（国办发〔2020〕12号）。', '编号【2020】3号。'],
      bad: [
        { text: '落实《意见》（某政发【2020】12号）。', found: ['【2020】'] },
        { text: '落实《意见》（某政办发(2020)12号）。', found: ['(2020)'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
