import { matched, type Pattern } from '../matching.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';

const aim = '(?:中心|重点|核心|主线|抓手|目标|主题)';

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`围绕(?:(?!以|作为|成为|称为)[^，。；：、“”\\n]){2,18}(?<![作成称])为${aim}(?!的|城)`, 'g'),
    anchor: new RegExp(`为${aim}`, 'g'),
    message: '“围绕……”和“以……为……”混在一起了，请留一种说法',
  },
  {
    pattern: new RegExp(
      `(?<!以)坚持[^以把将用，。；：、“”\\n]{3,16}为(?:根本|中心|重点|核心|主线|首要|第一|根基)?(?:要务|${aim}|导向|统领|引领)(?=[，。；、\\n])`,
      'g',
    ),
    anchor: /为(?:根本|中心|重点|核心|主线|首要|第一|根基)?(?:要务|中心|重点|核心|主线|抓手|目标|主题|导向|统领|引领)/g,
    severity: 'hint',
    message: '“为”前面缺“以”或“把”，请补上',
  },
  {
    pattern: /本着[^，。；\n]{2,20}为(?:原则|目的|宗旨)|旨在[^，。；\n]{2,20}为目的/g,
    severity: 'hint',
    message: '两种说法混在一起了，请留一种',
  },
];

export const rule: Rule = {
  meta: {
    id: 'mixed-pattern',
    title: '句式混用',
    basis: null,
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['紧紧围绕中心工作，以项目建设为重点。', '围绕以经济建设为中心的部署。', '坚持以人民为中心。'],
      bad: [
        { text: '紧紧围绕疫情防控为重点，抓好各项工作。', found: ['围绕疫情防控为重点'] },
        { text: '坚持强化能力建设为根本要务，抓好培训。', found: ['坚持强化能力建设为根本要务'] },
        { text: '本着公开公正为原则，抓好评选。', found: ['本着公开公正为原则'] },
      ],
    },
  },
  check: (input) => patterns.flatMap((pattern) => alike(input, pattern)),
};

/** A pattern that goes through a whole text, as in headings built alike, is told once. */
const alike = ({ index }: RuleInput, pattern: Pattern): Remark[] => {
  const [first, ...others] = matched(index, [pattern]);
  return first === undefined ? [] : [{ ...first, also: others.map(({ start, end }) => ({ start, end })) }];
};
