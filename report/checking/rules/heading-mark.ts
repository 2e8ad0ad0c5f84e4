import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const forms = [
  { pattern: /^[ 　\t]*([一二三四五六七八九十]{1,3}[.．,，:：])(?=[一-龥\d“])/gm, severity: 'hint', expected: '一、' },
  { pattern: /^[ 　\t]*([（(][一二三四五六七八九十]{1,3}[）)][、，,.．])/gm, severity: 'hint', expected: '（一）' },
  { pattern: /^[ 　\t]*([（(]\d{1,2}[）)][、，,.．])/gm, severity: 'hint', expected: '（1）' },
] as const;

/** Ways to write one level, of which a text keeps to one. */
const ways: readonly (readonly RegExp[])[] = [
  [
    /^[ 　\t]*(（[一二三四五六七八九十]{1,3}）)/gm,
    /^[ 　\t]*(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[）)]|[【〔][一二三四五六七八九十]{1,3}[】〕])/gm,
  ],
  [
    /^[ 　\t]*([一二三四五六七八九十]{1,3}、)/gm,
    /^[ 　\t]*(第[一二三四五六七八九十\d]{1,2}(?:部分[ 　]?|[，、：])(?=[一-龥“\d]))/gm,
  ],
  [/^[ 　\t]*(\d{1,2}[.．])(?!\d)/gm, /^[ 　\t]*(\d{1,2}[、）)])(?=[一-龥“])/gm],
  [/^[ 　\t]*(\d{1,2}、)/gm, /^[ 　\t]*(\d{1,2}[.．）)])(?=[一-龥“])/gm],
];
/** A heading of the first level on a line of its own, with a mark behind it or without. */
const openEnded = /^[ 　\t]*[一二三四五六七八九十]{1,3}、[^\n。；]{3,32}[一-龥”）](?=\n)/gm;
const ended = /^[ 　\t]*[一二三四五六七八九十]{1,3}、[^\n。；]{3,32}([。；;，,、：:…])(?=\n)/gm;

export const rule: Rule = {
  meta: {
    id: 'heading-mark',
    title: '标题序号的写法',
    basis: '《党政机关公文格式》（GB/T 9704—2012）：结构层次序数依次为“一、”“（一）”“1.”“（1）”',
    severity: 'hint',
    family: 'structure',
    fragile: 'spacing',
    examples: {
      good: ['一、主要工作\n（一）抓学习\n1.集中学习\n（1）时间安排', '一是抓学习。'],
      bad: [
        {
          text: '一、主要工作，\n（一）抓学习\n（二）抓落实\n三）抓作风\n二、存在问题\n三、下步打算\n加强学习。',
          found: ['，', '三）'],
        },
        { text: '一.主要工作\n二、问题', found: ['一.'] },
        { text: '（一）、抓学习\n（二）、抓落实', found: ['（一）、'] },
        { text: '（1）.时间安排', found: ['（1）.'] },
      ],
    },
  },
  *check({ text, index, structure, context }) {
    if (context.kind !== null) yield* strayWays(index);
    yield* closingMarks(index, structure.title?.end ?? 0);
    for (const { pattern, severity, expected } of forms) {
      const spans = index.matches(pattern).map((match) => {
        const start = match.index + match[0].indexOf(match[1] ?? '');
        return { start, end: start + (match[1]?.length ?? 0) };
      });
      const [first, ...also] = spans;
      if (first === undefined) continue;
      yield {
        ...first,
        severity,
        also,
        message: `序号“${text.slice(first.start, first.end)}”的标点不合习惯，一般写作“${expected}”`,
      };
    }
  },
};

/** One heading written otherwise than the others of its level. */
function* strayWays(index: TextIndex): Iterable<Remark> {
  for (const [usual, other] of ways) {
    if (usual === undefined || other === undefined) continue;
    const [most, few] = [index.matches(usual), index.matches(other)];
    if (few.length === 0 || few.length * 2 > most.length) continue;
    for (const match of few) {
      const start = match.index + match[0].length - (match[1]?.length ?? 0);
      const expected = most[0]?.[1] ?? '';
      yield {
        start,
        end: start + (match[1]?.length ?? 0),
        message: `序号“${match[1]}”与其他同级标题（如“${expected}”）写法不同，请统一`,
      };
    }
  }
}

/** A mark behind a heading of the first level where the others have none. */
function* closingMarks(index: TextIndex, from: number): Iterable<Remark> {
  const marked = index.matches(ended).filter((match) => match.index >= from);
  if (marked.length === 0 || marked.length > index.matches(openEnded).length) return;
  for (const match of marked) {
    const end = match.index + match[0].length;
    const wrong = !/[。：:]/.test(match[1] ?? '');
    yield {
      start: end - 1,
      end,
      severity: wrong ? 'should' : 'hint',
      message: `标题单独成行时末尾不用“${match[1]}”，其他标题也没有，请删去`,
      suggestion: '',
    };
  }
}
