import { lexiconRemarks } from '../lexicon-remarks.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'typo',
    title: '错别字',
    basis: 'config/wording/typos.yaml',
    severity: 'must',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['亲自已经到现场，会场布置一新。', '克己奉公，早已完成。', '他自已故父亲处得知。', '大会报告已印发。'],
      bad: [
        { text: '管好自已，正人先正已，严于律已。', found: ['自已', '正已', '律已'] },
        { text: '始终烙守职责，听党活、跟党走。', found: ['烙守', '听党活'] },
        { text: '己经完成布署。', found: ['己经', '布署'] },
      ],
    },
  },
  check: (input) => lexiconRemarks(input, 'typos'),
};
