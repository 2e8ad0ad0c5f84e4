import { lexiconRemarks } from '../lexicon-remarks.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'collocation',
    title: '搭配不当',
    basis: null,
    severity: 'hint',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['切实履行职责，召开工作会议。', '遵守廉洁自律规定。'],
      bad: [
        { text: '我切实履职单位主要领导责任。', found: ['履职单位主要领导责任'] },
        { text: '全系统开展党风廉政建设工作会议。', found: ['开展党风廉政建设工作会议'] },
      ],
    },
  },
  check: (input) => lexiconRemarks(input, 'collocations'),
};
