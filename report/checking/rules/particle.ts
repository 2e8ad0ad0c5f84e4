import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const manner =
  '(?:较好|更好|很好|顺利|圆满|充分|逐步|不断|原原本本|进一步|有效|有力|及时|认真|积极|切实|严格|全面|扎实|深入|主动|创造性)';
const doing =
  '(?:完成|推动|促进|落实|学习|加强|提高|推进|保障|维护|执行|贯彻|做好|履行|解决|实现|发挥|改善|开展|提升|增强)';

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`${manner}(的)(?=${doing}了)`, 'g'),
    anchor: new RegExp(`的(?=${doing}了)`, 'g'),
    message: '动词前面用“地”',
    suggestion: '地',
  },
  {
    pattern: /(?:抓|做|落实|学|干|管得?|查)(的)(?=(?:不够|不紧|不实|不好|不严|不细|不深|不透|不牢|更好|更实|更紧))/g,
    anchor: /的(?=不[够紧实好严细深透牢]|更[好实紧])/g,
    message: '动词后面说程度用“得”',
    suggestion: '得',
  },
];

export const rule: Rule = {
  meta: {
    id: 'particle',
    title: '“的”“地”“得”用错',
    basis: '《现代汉语词典》：状语后用“地”，补语前用“得”',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['较好地完成了任务。', '任务完成得更好，取得更好的成绩。', '不落实的不良行为'],
      bad: [
        { text: '较好的完成了全年任务。', found: ['的'] },
        { text: '理论学习抓的不紧。', found: ['的'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
