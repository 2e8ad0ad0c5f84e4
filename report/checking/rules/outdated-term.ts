import { lexiconRemarks } from '../lexicon-remarks.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'outdated-term',
    title: '已更名的旧称',
    basis: null,
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['帮扶脱贫户，开展防止返贫监测。'],
      bad: [
        {
          text: '2023年工作总结\n一、工作\n开展结对帮扶贫困户活动。',
          kind: 'annual-summary',
          found: ['结对帮扶贫困户'],
        },
      ],
    },
  },
  check: (input) => lexiconRemarks(input, 'outdatedTerms'),
};
