import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  {
    pattern:
      /(?<![\d.．])(?:(?:均|已|都)?(?:超过?|超出|突破|逾|高达|多达|至少|不少于|近|约|达)?)?[1-9](?:余个|(?:余|多)(?:次|人次|场次?|期|名|件|条|份|户|篇|家|人|项|起|处|批))(?!之)/g,
    anchor: /(?<=[1-9])(?:余个|(?:余|多)(?:次|人次|场次?|期|名|件|条|份|户|篇|家|人|项|起|处|批))/g,
    message: (match) => `“${match[0]}”里一位数不能带“余”“多”，请写准确的数`,
  },
  {
    pattern: /(?:超过|超出|突破|不少于|至少|多达)\d[\d.,]*(?:余|多)[万亿]?(?=[一-龥])/g,
    message: (match) => `“${match[0]}”里“超过”一类的词和“余”“多”意思重复，请留一个`,
    severity: 'hint',
  },
  {
    pattern: /(?:将近|接近|近)\d[\d.]*(?:余|多)(?:[万亿]|次|人|名|场|件|户|元|家)/g,
    message: (match) => `“${match[0]}”里“近”和“余”意思相反，请留一个`,
    severity: 'should',
    unless: (match, text) => /[最附远邻靠亲贴新]/.test(text[match.index - 1] ?? ''),
  },
  {
    pattern: /(?:大约|将近|约)\d[\d.]*(?:%|％|[万亿]?[元人名户件次家亩吨]|个|[万亿])[一-龥]{0,2}(?:左右|上下|以上)/g,
    message: (match) => `“${match[0]}”里约数的词用了两次，请留一个`,
    severity: 'hint',
  },
  {
    pattern: /(?:降低|下降|减少|缩短|缩小|压减)(?:了|近|约)?\d+(?:\.\d+)?倍/g,
    message: (match) => `“${match[0]}”不合算法：减少不能用倍数，请改用百分数或分数`,
    severity: 'should',
  },
  {
    pattern: /(?:增长|提高|上升|增加|下降|降低|减少)(?:了|率为)?[-－−]\d+(?:\.\d+)?[%％]/g,
    message: (match) => `“${match[0]}”正负号与“增长”“下降”重复，请改成一种说法`,
    severity: 'hint',
  },
  { pattern: /百分之\d+(?:\.\d+)?[%％]|\d[%％]{2,}/g, message: '百分号重复', severity: 'must' },
  {
    pattern:
      /(?<![\d.A-Za-z第vV（(、．.])\d{1,3}\.\d{1,3}\.\d{1,3}(?:[%％]|[万亿]?元|个百分点)|(?<!\d)\d+\.\.\d+(?:[%％]|[万亿]?元)/g,
    message: '数字里有两个小数点，请核对',
    severity: 'must',
  },
];

export const rule: Rule = {
  meta: {
    id: 'figure-clash',
    title: '数字和约数自相矛盾',
    basis: '《出版物上数字用法》（GB/T 15835—2011）',
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '走访群众1000余户，超过20次。',
        '近3年来完成投资12.5亿元。',
        '12余万元用于修路。',
        '每20多天召开一次例会。',
        '最近10多年变化很大。',
      ],
      bad: [
        { text: '每年研究党建工作均超过2余次。', found: ['均超过2余次'] },
        { text: '走访困难群众近30余户，3余次慰问。', found: ['近30余户', '3余次'] },
        { text: '完成率达到98%%，能耗下降2倍。', found: ['8%%', '下降2倍'] },
        { text: '增长3.5.2%。', found: ['3.5.2%'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
