import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  {
    pattern: /、(?:以及|及(?![时早格其]))(?=[一-龥])/g,
    message: (match) => `“${match[0]}”：用了“${match[0].slice(1)}”就不再用顿号`,
    suggestion: (match) => match[0].slice(1),
  },
  {
    pattern: /、和(?![谐平睦美气解声顺衷合风你我他强丰龙林田润若县康硕静布政悦园泰])(?=[一-龥])/g,
    severity: 'hint',
    message: '“、和”：用了“和”就不再用顿号',
    suggestion: '和',
  },
  {
    pattern: /(?<=[一-龥”》])．(?=[一-龥“《])/g,
    message: '汉字之间不用“．”，间隔号用“·”，停顿用“、”或“，”',
    unless: (match, text) =>
      /(?:^|[\n。；])[ 　]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, match.index - 5), match.index)),
  },
  {
    pattern: /(?<=[一-龥]{2}[”》）]?)\.(?=[一-龥“])/g,
    message: '汉字之间用了英文句点：是句号请改为“。”，是漏了字请补上',
    unless: (match, text) =>
      /^.(?:社会)?主义思想/.test(text.slice(match.index, match.index + 7)) ||
      /(?:^|[\n。；])[ 　]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, match.index - 5), match.index)),
  },
  {
    pattern: /(?<=[一-龥]{2}[”》）]?)\.(?=\n|$)/g,
    message: '句末用了英文句点，正文请改为“。”，标题请删去',
    suggestion: '。',
    unless: (match, text) =>
      /(?:^|[\n。；])[ 　]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, match.index - 5), match.index)),
  },
];

export const rule: Rule = {
  meta: {
    id: 'wrong-dot',
    title: '误用点号',
    basis: '《标点符号用法》（GB/T 15834—2011）',
    severity: 'should',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: ['一．主要工作', '增长3.5%。', '阳光·透明', '公平、和谐、及时、与时俱进。'],
      bad: [
        { text: '开通“阳光．透明”网页。', found: ['．'] },
        { text: '认真落实各项部署.切实提高效率。', found: ['.'] },
        { text: '走访企业、学校、及社区。', found: ['、及'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
