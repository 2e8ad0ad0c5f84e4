import type { Remark, Rule, RuleInput } from '../rule.ts';

/** Kinds of units, how the own one is told by its name, and what only such a unit says of itself. */
const kinds: readonly { readonly kind: string; readonly name: RegExp; readonly says: string }[] = [
  {
    kind: '乡镇',
    name: /[镇乡](?:党委|党政|人民政府|政府|长|$)/,
    says: '我[镇乡]|本[镇乡]|在[镇乡]党委|全[镇乡](?=上下|干部|党员|高质量)',
  },
  { kind: '街道', name: /街道(?:党工委|办事处|$)/, says: '我街道|全街道|本街道|在街道党工委' },
  { kind: '村', name: /(?:村|社区)(?:党|“?两委|居|$)/, says: '我村|本村|我社区' },
  { kind: '学校', name: /(?:校|学院|大学|幼儿园|中学|小学)(?:党|$)/, says: '我校|本校|全校师生' },
  { kind: '医院', name: /(?:医院|卫生院)(?:党|$)/, says: '全院(?:医护|医务)|我院医' },
  { kind: '公司', name: /(?:公司|集团|厂|银行|支行)(?:党|$)/, says: '我公司|本公司|我司(?!机|法|空)|全公司' },
  {
    kind: '机关',
    name: /(?:局|厅|委员会|办公室|中心)(?:党组|党委|机关|$)/,
    says: '我局|本局|全局(?:干部|党员|上下)|在局党组',
  },
];
const firstPerson = new RegExp(`(?<![自完一安])(?:${kinds.map(({ says }) => says).join('|')})`, 'g');

/** A county and a district are never both the own one. */
const county = /(?<![各市省外邻全])(?:全县|我县|县委|县政府)(?![级市区（(])/g;
const district = /(?<![各市省外邻全])(?:全区|我区|区委|区政府)(?![级市县（(])/g;

/** Bodies that do what only others do. */
const misdone =
  /引导(?:党委|县委|市委|区委|省委|镇党委)书记|党小组(?:组织)?召开党员大会|支部(?:书记|委员会)?(?:主持|组织)?召开(?:党委会|党组会|常委会|县委|党委(?:扩大)?会议)|支部(?:委员会)?(?:理论学习)?中心组|支部党组|要求上级(?:党委|党组织|部门)(?:加强|给予|做好)/g;

/** A unit that heads a clause and does something: the name, and what it ends with. */
const acting =
  /(?:街道|镇|乡|局|学校|医院|公司|党支部)(?=(?:党[委组]|党工委|办事处|、)*(?:在|高度|认真|坚持|始终|积极|召开|组织|先后|严格|深入|荣获|获得|全体|干部|各村|党员|持续|着力|切实|扎实))/g;
const nameBefore = /(?:^|[。；，\n])([一-龥]{2,10})$/;

export const rule: Rule = {
  meta: {
    id: 'foreign-unit',
    title: '别的单位或层级的说法',
    basis: null,
    severity: 'should',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: '青河县财政局2024年工作总结\n一、工作\n我局认真履职。青石镇党委高度重视。财政局先后获奖。',
          kind: 'annual-summary',
        },
        { text: '青石镇2024年工作总结\n一、工作\n我镇召开会议。全县推广。', kind: 'annual-summary' },
      ],
      bad: [
        {
          text: '青石镇2024年工作总结\n一、工作\n青石镇认真履职。我局干部作风好转。白马镇党委高度重视。',
          kind: 'annual-summary',
          found: ['我局', '白马镇'],
        },
        {
          text: '2024年党支部工作总结\n一、工作\n积极引导党委书记抓党建。党小组召开党员大会4次。',
          kind: 'party-building-summary',
          found: ['引导党委书记', '党小组召开党员大会'],
        },
        {
          text: '城南街道2024年工作总结\n一、工作\n按区委部署，全区经济向好。全县上下团结。',
          kind: 'annual-summary',
          found: ['全县'],
        },
      ],
    },
  },
  check: (input) => [...selves(input), ...neighbours(input), ...areas(input), ...bodies(input)],
};

/** Names of the unit that reports: from the title, its author and who signs. */
const ownNames = ({ structure: { author, title, signature } }: RuleInput): string[] =>
  [author.unit, title?.value.split(/20\d\d|关于|年度/)[0], signature?.value].flatMap((name) =>
    name === null || name === undefined || name === '' ? [] : [name.replace(/\s/g, '')],
  );

function* selves(input: RuleInput): Iterable<Remark> {
  const names = ownNames(input);
  const own = kinds.filter(({ name }) => names.some((one) => name.test(one))).map(({ kind }) => kind);
  if (own.length === 0 || names.some((name) => /乡镇|单位/.test(name))) return;
  const found = input.index.matches(firstPerson).map((match) => ({
    match,
    kind: kinds.find(({ says }) => new RegExp(`^(?:${says})`).test(match[0]))?.kind ?? '',
  }));
  for (const { match, kind } of found) {
    if (own.includes(kind) || found.filter((other) => other.kind === kind).length > 2) continue;
    if (/[“《（(]$/.test(input.text.slice(Math.max(0, match.index - 2), match.index))) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `这里写“${match[0]}”，署名、标题中的单位是“${names[0]}”，请核对是否从别的单位的材料带来`,
    };
  }
}

/** Another unit of the own kind that acts once where the own one should. */
function* neighbours(input: RuleInput): Iterable<Remark> {
  const [own] = ownNames(input);
  const suffix =
    /(街道|镇|乡|局|学校|医院|公司|党支部)(?:办事处|党[委组]|党工委|领导班子)?(?:书记|[局镇乡校院]长)?$/.exec(
      own ?? '',
    )?.[1];
  if (own === undefined || suffix === undefined) return;
  const stem = own.slice(0, own.lastIndexOf(suffix));
  for (const match of input.index.matches(acting)) {
    const other = nameBefore.exec(input.text.slice(Math.max(0, match.index - 11), match.index))?.[1] ?? '';
    const name = other + match[0];
    if (match[0] !== suffix || other.length < 2 || stem.includes(other) || other.includes(stem)) continue;
    if (/^(?:我|本|全|各|该|县|市|区|省|两|乡|第一|其他|相关|试点|所有)/.test(other) || related(stem, other)) continue;
    if (input.text.split(name).length > 3) continue;
    yield {
      start: match.index - other.length,
      end: match.index + match[0].length,
      message: `这里说的是“${name}”，这份材料是“${stem}${suffix}”的，请核对`,
    };
  }
}

/** 市场监管 and 市场监督管理: one name and its short form. */
const related = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = -1;
  return [...short].every((character) => {
    at = long.indexOf(character, at + 1);
    return at >= 0;
  });
};

function* areas({ index, text }: RuleInput): Iterable<Remark> {
  if (/县[（(]?[、区]|区[（(]?[、县]|自治区/.test(text)) return;
  const [counties, districts] = [index.matches(county), index.matches(district)];
  const [few, many] = counties.length < districts.length ? [counties, districts] : [districts, counties];
  const [first] = many;
  if (first === undefined || many.length < 2 || few.length * 2 > many.length || few.length > 2) return;
  for (const match of few) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `这里写“${match[0]}”，全文说的是“${first[0]}”，请核对是否从别的材料带来`,
    };
  }
}

function* bodies({ index }: RuleInput): Iterable<Remark> {
  for (const match of index.matches(misdone)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `“${match[0]}”不合组织关系，请核对是否从别的层级的材料带来`,
    };
  }
}
