import { remarkOn } from '../matching.ts';
import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';
import { number, quantityOf, rounded } from '../written-number.ts';

const unit =
  '(亿元|万元|元|万人次|万人|人次|人|户|家|个工作日|个|件|万吨|吨|万亩|亩|平方米|公里|次|起|天|小时|篇|名|项|分)';
const rising = '(?:增长|提高|增加|提升|上升|扩大|增至|增加到)';
const falling = '(?:下降|减少|降低|压缩|缩短|压减|降|减)';
const changing = `(?:${rising}|${falling}|发展|变)`;
/** 从3件增加到5件: what was, what became of it. */
const change = `(?:从|由)[^，。；\\d]{0,12}${number}${unit}[^，。；\\d]{0,6}?(${changing})?(?:到|至|为)${number}${unit}`;
const nearly = '(?:了|为|近|约|超过?|达到?)?';
const growth = new RegExp(
  `${change}[，,](?![^，。；\\d]{0,6}(?:年均|平均|每年|月均|较|累计|占|量|值|额|收入))[^，。；\\d]{0,6}?(?:增长|增幅达?|提高|增加|提升|上升|下降|降幅达?|降低|减少|压缩|缩短|压减)${nearly}${number}(?:([%％])|${unit})(?!以上|左右)`,
  'g',
);
const fold = new RegExp(`${change}[，,]?[^，。；\\d]{0,4}翻了?([一两二三四])番`, 'g');
const direction = new RegExp(
  `(?:从|由)[^，。；\\d]{0,12}${number}([%％]|亿元|万元|元|个|件|人|户|家|起|次)?[^，。；\\d]{0,4}(${rising}|下降|减少|降低|压减)(?:到|至|为)${number}([%％]|亿元|万元|元|个|件|人|户|家|起|次)`,
  'g',
);
const points = new RegExp(
  `(?:从|由)[^，。；\\d]{0,12}${number}[%％][^，。；\\d]{0,4}(?:提高|提升|上升|增长|增加|下降|降低|降)(?:到|至|为)?[^，。；\\d]{0,8}${number}[%％][，,](?![^，。；\\d]{0,6}(?:年均|平均|每年))[^，。；\\d]{0,6}(?:提高|提升|上升|增长|增加|下降|降低)(?:了|近|约)?${number}个百分点`,
  'g',
);
/** 120万元，比去年的100万元增长30%. */
const compared = new RegExp(
  `${number}${unit}[，,](?:比|较)(?:去年|上年|前年|20\\d\\d年)(?:同期)?的?${number}${unit}(?:增长|提高|增加|下降|减少|降低|多)${nearly}${number}(?:([%％])|${unit})`,
  'g',
);
/** 去年立案10件，今年立案16件，同比增加8件; the years may be written out. */
const byYear = new RegExp(
  `(?:去年|上年|20\\d\\d年)[一-龥]{0,10}${number}${unit}[，,；](?:今年|20\\d\\d年)[一-龥]{0,10}${number}${unit}[，,](?:同比)?(?:增长|提高|增加|下降|减少|降低)${nearly}${number}(?:([%％])|${unit})`,
  'g',
);
/** 计划投资500万元，实际完成450万元，完成率95%. */
const fulfilled = new RegExp(
  `(?:计划|目标|任务|预算)[一-龥]{0,6}${number}${unit}[，,](?:实际|已|全年)?(?:完成|实现|投资|支出)[一-龥]{0,6}${number}${unit}[，,](?:完成率|执行率|占[一-龥]{0,8}的|完成[一-龥]{0,8}的)${nearly}${number}[%％]`,
  'g',
);
const shareOf = new RegExp(
  `${number}${unit}[，,](?:占|完成)[一-龥]{0,6}(?:计划|目标|任务|预算)${number}${unit}的${number}[%％]`,
  'g',
);

const shares = new RegExp(
  `产业(?:结构|比例|比重|增加值)[^。；\\n\\d]{0,16}${number}[:：∶]${number}[:：∶]${number}(?![:：∶\\d])`,
  'g',
);

export const rule: Rule = {
  meta: {
    id: 'growth-arithmetic',
    title: '增幅、比重与前后各数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '产值由2亿元增长到2.5亿元，增长25%。',
        '税收120万元，比去年的100万元增长20%；收入从3亿元增加到12亿元，翻了两番；由12件增加到20件，增加8件。',
        '参保率从86.64%提高至93.36%，提高6.72个百分点。',
        '三次产业结构为9.3:40.5:50.2。',
      ],
      bad: [
        { text: '产值由2亿元增长到2.5亿元，增长35%。', found: ['由2亿元增长到2.5亿元，增长35%'] },
        { text: '时限由20个工作日压缩到8个工作日，压缩70%。', found: ['由20个工作日压缩到8个工作日，压缩70%'] },
        { text: '税收120万元，比去年的100万元增长30%。', found: ['120万元，比去年的100万元增长30%'] },
        { text: '去年立案10件，今年立案16件，同比增加8件。', found: ['去年立案10件，今年立案16件，同比增加8件'] },
        { text: '产值从5亿元增长到12亿元，翻了两番。', found: ['从5亿元增长到12亿元，翻了两番'] },
        { text: '覆盖率由95%上升到88%。', found: ['由95%上升到88%'] },
        {
          text: '计划投资500万元，实际完成450万元，完成率95%。',
          found: ['计划投资500万元，实际完成450万元，完成率95%'],
        },
        { text: '三次产业结构调整为10.1∶42.5∶50.2。', found: ['产业结构调整为10.1∶42.5∶50.2'] },
        { text: '满意率从80%提高到95%，提高20个百分点。', found: ['从80%提高到95%，提高20个百分点'] },
      ],
    },
  },
  check: ({ index }) => [...comparisons(index), ...directions(index), ...percentages(index), ...fulfilments(index)],
};

/** Two amounts of one unit and the change between them as it is said, in per cent or in the unit. */
function* comparisons(index: TextIndex): Iterable<Remark> {
  const found = [
    ...index.matches(growth).map((match) => ({ match, at: [1, 4, 6, 2, 5] })),
    ...whereSaid(index, /[，,][比较](?=去年|上年|前年|20\d\d年)/g, compared).map((match) => ({
      match,
      at: [3, 1, 5, 4, 2],
    })),
    ...index.matches(byYear).map((match) => ({ match, at: [1, 3, 5, 2, 4] })),
  ];
  for (const { match, at } of found) {
    const [before = 0, after = 0, said = 0] = at.slice(0, 3).map((group) => quantityOf(match[group]));
    const [beforeUnit, afterUnit] = at.slice(3).map((group) => match[group]);
    const saidAt = at[2] ?? 0;
    if (beforeUnit !== afterUnit || before === 0) continue;
    const difference = Math.abs(after - before);
    if (match[saidAt + 1] !== undefined) {
      const real = (difference / before) * 100;
      if (Math.abs(real - said) <= Math.max(1, real * 0.05)) continue;
      yield remarkOn(match, `前后两数相比应约为 ${rounded(real)}%，与所写的 ${said}% 不符，请核对`);
    } else if (match[saidAt + 2] === afterUnit && Math.abs(difference - said) > Math.max(0.06, difference * 0.02)) {
      yield remarkOn(
        match,
        `前后两数相差 ${rounded(difference)}${afterUnit}，与所写的 ${said}${afterUnit} 不符，请核对`,
      );
    }
  }
  for (const match of index.matches(fold)) {
    const ratio = quantityOf(match[4]) / quantityOf(match[1]);
    const times = 2 ** ('一两三四'.indexOf((match[6] ?? '').replace('二', '两')) + 1);
    if (match[2] !== match[5] || ratio >= times * 0.95) continue;
    yield remarkOn(match, `后一数是前一数的 ${rounded(ratio)} 倍，不到翻${match[6]}番（${times} 倍），请核对`);
  }
}

/** 由95%上升到88%. */
function* directions(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(direction)) {
    const [before, after] = [quantityOf(match[1]), quantityOf(match[4])];
    const up = /^[增提上扩]/.test(match[3] ?? '');
    if ((match[2] !== undefined && match[2] !== match[5]) || before === after || after > before === up) continue;
    yield remarkOn(match, `写的是“${match[3]}”，后一数却${up ? '小' : '大'}于前一数，请核对`);
  }
}

function* percentages(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(points)) {
    const real = Math.abs(quantityOf(match[2]) - quantityOf(match[1]));
    if (Math.abs(real - quantityOf(match[3])) <= 0.11) continue;
    yield remarkOn(match, `前后两数相差 ${rounded(real)} 个百分点，与所写的 ${match[3]} 不符，请核对`);
  }
  for (const match of index.matches(shares)) {
    const sum = Number(match[1]) + Number(match[2]) + Number(match[3]);
    if (Math.abs(sum - 100) <= 0.35 || Math.abs(sum - 100) > 40) continue;
    yield remarkOn(match, `三个比重相加为 ${rounded(sum)}，不是 100，请核对`);
  }
}

function* fulfilments(index: TextIndex): Iterable<Remark> {
  const found = [
    ...index.matches(fulfilled).map((match) => ({ match, plan: [1, 2], done: [3, 4], said: 5 })),
    ...whereSaid(index, /(?:计划|目标|任务|预算)(?=\d)/g, shareOf).map((match) => ({
      match,
      plan: [3, 4],
      done: [1, 2],
      said: 5,
    })),
  ];
  for (const { match, plan, done, said } of found) {
    const [whole, wholeUnit] = plan.map((group) => match[group]);
    const [part, partUnit] = done.map((group) => match[group]);
    const real = (quantityOf(part) / quantityOf(whole)) * 100;
    if (wholeUnit !== partUnit || !Number.isFinite(real) || Math.abs(real - quantityOf(match[said])) <= 1) continue;
    yield remarkOn(
      match,
      `${part}${partUnit}是${whole}${wholeUnit}的 ${rounded(real)}%，与所写的 ${match[said]}% 不符，请核对`,
    );
  }
}

/** Matches of an expression that may begin at any number: looked for only in texts that hold its rarest words. */
const whereSaid = (index: TextIndex, words: RegExp, pattern: RegExp): readonly RegExpExecArray[] =>
  index.matches(words).length === 0 ? [] : [...index.text.matchAll(pattern)];
