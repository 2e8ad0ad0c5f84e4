import type { Severity } from '../../../core/finding.ts';
import type { Section } from '../../../core/report-structure.ts';
import type { Remark, Rule } from '../rule.ts';
import { everySection } from '../sections.ts';

export const rule: Rule = {
  meta: {
    id: 'heading-number',
    title: '标题序号重复或跳号',
    basis: '《党政机关公文格式》（GB/T 9704—2012）：结构层次序数依次为“一、”“（一）”“1.”“（1）”',
    severity: 'must',
    family: 'structure',
    examples: {
      good: [
        '一、主要工作\n认真履职。\n二、存在问题\n学习不够。\n三、下步打算\n加强学习。',
        '一、主要工作\n（一）抓学习。效果好。\n（二）抓落实。效果好。\n二、问题\n（一）学习不够。\n（二）创新不够。',
      ],
      bad: [
        {
          text: '一、主要工作\n认真履职。\n2、存在问题\n学习不够。\n三、下步打算\n加强学习。',
          found: ['2、存在问题', '三、下步打算'],
        },
        {
          text: '一、主要工作\n认真履职。\n二、存在问题\n学习不够。\n二、下步打算\n加强学习。',
          found: ['二、下步打算'],
        },
        { text: '一、主要工作\n要做到：一是抓学习；一是抓落实；三是抓作风。', found: ['一是'] },
        {
          text: '一、主要工作\n认真履职。\n三、存在问题\n学习不够。\n四、下步打算\n加强学习。',
          found: ['三、存在问题'],
        },
        {
          text: '一、主要工作\n（一）抓学习\n坚持每周学。\n（三）抓落实\n坚持每月查。\n二、问题\n学习不够。',
          found: ['（三）抓落实'],
        },
      ],
    },
  },
  *check({ structure, text, index }) {
    const lists = [structure.sections, ...[...everySection(structure.sections)].map(({ children }) => children)];
    const twice = [...pointsTwice(text, index.matches(points))];
    yield* twice;
    yield* misplaced(structure.sections);
    for (const { section, expected: value } of lists.flatMap(outOfOrder)) {
      const { ordinal, heading, number } = section;
      // What follows a point that lost its number only seems to skip one.
      if (section.style === '一是' && twice.some(({ start }) => start <= heading.start && heading.start < start + 600))
        continue;
      const expected = numbered(section, value);
      yield {
        start: heading.start,
        end: Math.min(heading.end, heading.start + 60),
        severity: value === 1 ? 'should' : severityOf(section),
        message:
          (ordinal ?? 0) < value
            ? `序号“${number}”与前面重复，按顺序应为“${expected}”`
            : `序号从前一个跳到“${number}”，按顺序应为“${expected}”，请核对是否漏了一部分`,
        suggestion: expected,
      };
    }
  },
};

/** 一、 … 三、 with 2、 in place of 二、: the only one of its style below a section that it should follow. */
function* misplaced(sections: readonly Section[]): Iterable<Remark> {
  for (const [at, section] of sections.entries()) {
    yield* misplaced(section.children);
    const [first] = section.children.filter(
      ({ ordinal, style }) => ordinal === (section.ordinal ?? 99) + 1 && style !== '一是',
    );
    const next = sections[at + 1];
    if (first === undefined || first.mode === 'inline' || section.ordinal === null || section.ordinal > 9) continue;
    const alone = section.children.filter(({ style }) => style === first.style).length === 1;
    const missed = next === undefined || (next.ordinal ?? 0) === section.ordinal + 2;
    if (!alone || !missed || (next === undefined && section.children.length > 1 && section.children[0] === first))
      continue;
    yield {
      start: first.heading.start,
      end: Math.min(first.heading.end, first.heading.start + 60),
      severity: 'should',
      message: `前面用“${section.number}”，这里写成了“${first.number}”，请统一序号的写法`,
      suggestion: numbered(section, section.ordinal + 1),
    };
  }
}

const points = /(?<![一-龥])[一二三四五六七八九]是(?=[一-龥“])/g;

/** 一是, 一是, 三是 in one paragraph: the second one lost its number. */
function* pointsTwice(text: string, found: readonly RegExpExecArray[]): Iterable<Remark> {
  const ordinals = found.map((match) => digits.indexOf(match[0][0] ?? ''));
  for (const [at, match] of found.entries()) {
    const [earlier = 0, before = 0, own = 0, next = 0] = [-2, -1, 0, 1].map((by) => ordinals[at + by]);
    const start = found[at - 1]?.index ?? 0;
    const end = found[at + 1]?.index ?? match.index;
    if (own !== before || text.slice(start, match.index).includes('\n')) continue;
    const goesOn = next === own + 2 && !text.slice(match.index, end).includes('\n');
    const cameFrom = earlier === own - 1 && own > 1 && next !== own + 1;
    if (!goesOn && !cameFrom) continue;
    yield {
      start: match.index,
      end: match.index + 2,
      severity: 'should',
      message: `“${match[0]}”与前面重复，按顺序应为“${chinese(own + 1)}是”`,
      suggestion: `${chinese(own + 1)}是`,
    };
  }
}

/** Siblings of one style whose number is not the next one, with the number expected. */
const outOfOrder = (siblings: readonly Section[]): { section: Section; expected: number }[] =>
  [...new Set(siblings.map(({ style }) => style))]
    .map((style) => siblings.filter((section) => section.style === style))
    .flatMap((list) =>
      list.flatMap((section, at) => {
        const before = list[at - 1]?.ordinal ?? 0;
        if (section.ordinal === null || section.ordinal === before + 1) return [];
        const after = list[at + 1]?.ordinal ?? null;
        return outOfStep(section, before, after) ? [{ section, expected: before + 1 }] : [];
      }),
    )
    .sort((a, b) => a.section.start - b.section.start);

const outOfStep = (section: Section, before: number, after: number | null): boolean => {
  const ordinal = section.ordinal ?? 0;
  if (section.style === '一、' || section.style === '（一）') return !startsAnew(ordinal, before, after);
  if (section.style === '一是') return before > 0 && ordinal > 1;
  return breaksRun(section, before, after);
};

/** A second list in the same text: 一、 again, and 二、 after it. */
const startsAnew = (ordinal: number, before: number, after: number | null): boolean =>
  ordinal === 1 && before > 1 && after === 2;

/** Arabic numbers also count notes and lists that start anew at will: only a break in an otherwise whole run is told. */
const breaksRun = ({ ordinal, title }: Section, before: number, after: number | null): boolean => {
  if (ordinal === null || ordinal === 1 || before === 0 || /^\d/.test(title)) return false;
  if (after === null) return ordinal === before;
  const repeated = ordinal === before && after === before + 1;
  const skipped = ordinal === before + 2 && after === before + 3;
  return after === before + 2 || repeated || skipped;
};

const severityOf = ({ style, mode }: Section): Severity => {
  if (style === '一、' || style === '（一）') return mode === 'inline' ? 'should' : 'must';
  return 'should';
};

const digits = [...'零一二三四五六七八九'];
const chinese = (value: number): string => {
  if (value < 10) return digits[value] ?? '';
  if (value < 100) {
    const tens = Math.floor(value / 10);
    return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}`;
  }
  return String(value);
};

const numbered = ({ number, style }: Section, value: number): string => {
  if (number === null) return chinese(value);
  if (style === '①') return String.fromCodePoint(0x245f + value);
  if (/\d/.test(number)) return number.replace(/\d+/, String(value));
  return number.replace(/[零一二三四五六七八九十百]+/, chinese(value));
};
