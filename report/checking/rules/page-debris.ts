import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const message = '页码混进了正文，请删去';
const patterns: readonly Pattern[] = [
  {
    pattern: /^[ \t　]*(第\s?\d{1,3}\s?页(?:[ ，,/／]?\s?[（(]?共\s?\d{1,3}\s?页[）)]?)?)[ \t　]*$/gm,
    message,
    suggestion: '',
  },
  { pattern: /第\s?\d{1,3}\s?页\s?[，,/／]?\s?共\s?\d{1,3}\s?页/g, message, suggestion: '' },
  { pattern: /^[ \t　]*([-—–－]{1,2}\s?\d{1,3}\s?[-—–－]{1,2})[ \t　]*$/gm, message, suggestion: '' },
  { pattern: /(?<=[一-龥，、])([-—－]\s\d{1,3}\s[-—－])(?=[一-龥，。])/g, message, suggestion: '' },
  { pattern: /^[ \t　]*(Page\s?\d{1,3}(?:\s?of\s?\d{1,3})?)[ \t　]*$/gim, message, suggestion: '' },
];

export const rule: Rule = {
  meta: {
    id: 'page-debris',
    title: '页码混入正文',
    basis: null,
    severity: 'should',
    family: 'mask',
    examples: {
      good: ['详见附件第3页。', '——抓好重点项目。', '2023年—2025年。'],
      bad: [
        { text: '一、主要工作\n第 2 页 共 6 页\n二、问题', found: ['第 2 页 共 6 页'] },
        { text: '持续推进\n- 3 -\n重点工作。', found: ['- 3 -'] },
        { text: '认真落实— 4 —各项部署。', found: ['— 4 —'] },
      ],
    },
  },
  check: ({ index, document }) =>
    document.pages !== null && document.format === 'pdf' ? [] : matched(index, patterns),
};
