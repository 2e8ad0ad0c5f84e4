import { remarkOn } from '../matching.ts';
import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';
import { number, quantityOf, rounded } from '../written-number.ts';

const unit = '(人次|名|人|户|家|个|件|条|项|场次|场|期|次|起|处|篇|份|台|辆|套|万元|亿元|元|亩|公里)';
const label = '(?![^，、；。\\d]*(?:其中|分别|共|合计|新增|比上|比去))[^，、；。：:（）()\\d\\n]{1,14}?';
const listed = `${label}${number}${unit}[、，,](?:${label}\\d[\\d,.]*${unit}[、，,和]{1,2}){0,6}${label}${number}${unit}`;
/** 甲类25家、乙类30家、丙类18家，共计75家: parts and then what they are said to make. */
const partsFirst = new RegExp(`(?:^|[，。；：:（])(${listed})$`);
const total = new RegExp(
  `[，,](?:全年|[两二三四五][期年项批次])?(?:合计|共计|总计|共有?|一共|总共)[一-龥]{0,6}?${number}${unit}(?![一-龥]{0,2}[、和])`,
  'g',
);
/** 举办活动24场：主题党日12场、志愿服务8场: the whole and, to the end of the sentence, its parts. */
const wholeFirst = new RegExp(`${number}${unit}[：:（(](${listed})(?=[。；）)])`, 'g');
/** Two parts that leave no third. */
const pairs = [
  ['男', '女'],
  ['在编', '编外'],
  ['在职', '退休'],
  ['正式', '预备'],
  ['上半年', '下半年'],
  ['线上', '线下'],
  ['已婚', '未婚'],
] as const;
const halves = new RegExp(
  `${number}${unit}(?:[，,（(]?其中)?[，,：:（(]?(?:其中)?(男|在编|在职|正式|线上|上半年)[一-龥]{0,4}?${number}${unit}[、，,和]{0,2}(女|编外|离?退休|预备|线下|下半年)[一-龥]{0,4}?${number}${unit}(?![、，,和]{1,2}[一-龥]{1,6}\\d)`,
  'g',
);
/** What cannot be more than what it comes from. */
const within = new RegExp(
  `(?:发现|排查|收到|收集|征集|应到|应参会|排查出|梳理)([一-龥“”]{0,12}?)${number}${unit}[，,、；](?:已|均|并|全部|累计|其中)?(?:整改|采纳|实到|实际参会|解决|吸收采纳)(?:了|完成|到位)?(?:问题|隐患)?${number}${unit}`,
  'g',
);
const percentages =
  /(?:(?:占|为)(\d{1,2}(?:\.\d+)?)[%％][，、,；]?[一-龥]{1,8}){2,5}(?:占|为)(\d{1,2}(?:\.\d+)?)[%％]/g;

export const rule: Rule = {
  meta: {
    id: 'parts-sum',
    title: '各项相加与总数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '甲类25家、乙类30家、丙类18家，共计73家。',
        '党员58名，其中男党员30名、女党员28名。',
        '发现问题64个，已整改61个。',
        '其中优秀占30%、合格占60%、其他占10%。',
        '召开推进会3次，组织培训5场，共签订责任书12份。',
      ],
      bad: [
        { text: '甲类25家、乙类30家、丙类18家，共计75家。', found: ['甲类25家、乙类30家、丙类18家，共计75家'] },
        { text: '机关有党员58名，其中男党员30名、女党员26名。', found: ['58名，其中男党员30名、女党员26名'] },
        {
          text: '举办活动24场：主题党日12场、志愿服务8场、比赛6场。',
          found: ['24场：主题党日12场、志愿服务8场、比赛6场'],
        },
        { text: '发现问题64个，已整改66个。', found: ['发现问题64个，已整改66个'] },
        { text: '其中优秀占35%、合格占60%、其他占10%。', found: ['占35%、合格占60%、其他占10%'] },
      ],
    },
  },
  check: ({ index, text }) => [...sums(index, text), ...split(index), ...shares(index)],
};

function* sums(index: TextIndex, text: string): Iterable<Remark> {
  const found = [
    ...index.matches(total).map((match) => {
      const before = text.slice(Math.max(text.lastIndexOf('\n', match.index) + 1, match.index - 120), match.index);
      const parts = partsFirst.exec(before)?.[1] ?? '';
      const start = match.index - parts.length;
      return { start, end: match.index + match[0].length, parts, whole: match[1], of: match[2] };
    }),
    ...index.matches(wholeFirst).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      parts: match[3] ?? '',
      whole: match[1],
      of: match[2],
    })),
  ];
  for (const { start, end, parts, whole, of } of found) {
    const amounts = [...parts.matchAll(new RegExp(`${number}${unit}`, 'g'))];
    if (amounts.length < 2 || amounts.some(([, , own]) => own !== of)) continue;
    const sum = amounts.reduce((total, [, digits]) => total + quantityOf(digits), 0);
    if (Math.abs(sum - quantityOf(whole)) <= quantityOf(whole) * 0.001) continue;
    yield { start, end, message: `各项相加为 ${rounded(sum)}${of}，与所写的 ${whole}${of} 不符，请核对` };
  }
}

function* split(index: TextIndex): Iterable<Remark> {
  const told = index.matches(/女[一-龥]{0,3}\d|编外|预备党员|线下|下半年|退休/g).length > 0;
  for (const match of told ? index.text.matchAll(halves) : []) {
    const [, whole, of, one, first, firstUnit, other, second, secondUnit] = match;
    const paired = pairs.some(([a, b]) => a === one && (other ?? '').endsWith(b));
    const sum = quantityOf(first) + quantityOf(second);
    if (!paired || of !== firstUnit || of !== secondUnit || sum === quantityOf(whole)) continue;
    yield remarkOn(match, `${one}、${other}两项相加为 ${rounded(sum)}${of}，与总数 ${whole}${of} 不符，请核对`);
  }
  for (const match of index.matches(within)) {
    const [, , whole, of, part, partUnit] = match;
    if (of !== partUnit || quantityOf(part) <= quantityOf(whole)) continue;
    yield remarkOn(match, `后一个数（${part}${of}）大于前一个数（${whole}${of}），请核对`);
  }
}

/** 优秀占35%、合格占60%、其他占10%: shares of one whole, as 其他 tells. */
function* shares(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(percentages)) {
    const sum = [...match[0].matchAll(/(\d+(?:\.\d+)?)[%％]/g)].reduce(
      (total, [, digits]) => total + quantityOf(digits),
      0,
    );
    const apart = /其他|其余|不合格|不满意|基本/.test(match[0]);
    if (!apart || Math.abs(sum - 100) <= 0.5 || sum < 90) continue;
    yield remarkOn(match, `各项占比相加为 ${rounded(sum)}%，不是 100%，请核对`);
  }
}
