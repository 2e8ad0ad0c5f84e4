import { lexiconRemarks } from '../lexicon-remarks.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'style-word',
    title: '公文用词习惯',
    basis: null,
    severity: 'hint',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['为发展作出贡献。'],
      bad: [{ text: '为发展做出贡献。', found: ['做出贡献'] }],
    },
  },
  check: (input) => lexiconRemarks(input, 'styleWords'),
};
