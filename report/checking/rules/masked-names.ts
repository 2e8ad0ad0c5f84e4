import { overlaps, type Span } from '../../../core/span.ts';
import { maskedFigures } from '../blank-patterns.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import { maskedFixedNames } from './masked-fixed-name.ts';

/** From this many on, a text is taken to be anonymised on purpose. */
const consistently = 3;

export const rule: Rule = {
  meta: {
    id: 'masked-names',
    title: '姓名、单位等没有填写',
    basis: null,
    severity: 'should',
    family: 'mask',
    examples: {
      good: ['医保局全年走访企业12家。', '**加粗的小标题**之后是正文。', '二〇〇五年以来。', 'XXL码工作服100套。'],
      bad: [
        { text: 'XX县教育局2024年工作总结\n一、主要工作\n认真履行职责。', found: ['XX'] },
        { text: '推动新时代××建设高质量发展。', found: ['××'] },
        { text: '走访XX村、XX社区，帮助XX公司解决困难，联系XX镇。', found: ['XX'] },
      ],
    },
  },
  check: (input) => [...inTitle(input), ...inBody(input)],
};

function* inTitle({ structure, index }: RuleInput): Iterable<Remark> {
  const { title } = structure;
  if (title === null) return;
  for (const mask of index.masks.filter((span) => overlaps(span, title))) {
    yield { ...mask, message: '标题中的单位或姓名没有填写，请补全（确需隐去的可以不管）' };
  }
}

function* inBody({ structure, index, text }: RuleInput): Iterable<Remark> {
  const { title } = structure;
  const figures = maskedFigures(index);
  const fixed = [...maskedFixedNames(index), ...(title === null ? [] : [title])];
  const masks = outside(outside(index.masks, figures), fixed);
  const [first, ...others] = masks;
  if (first === undefined || repeatsTitle(masks, index, title)) return;
  const anonymous =
    index.masks.length >= consistently || masks.length < index.masks.length || figures.length >= consistently;
  if (anonymous) {
    yield {
      ...first,
      message: `正文有 ${masks.length} 处用${shown(text, first)}等代替姓名、单位等。是有意隐去就不用管，否则请逐处补全`,
      also: others,
    };
    return;
  }
  for (const mask of masks) yield { ...mask, severity: 'must', message: `${shown(text, mask)}处没有填写，请补全` };
}

/** The unit hidden in the title, hidden again where it signs. */
const repeatsTitle = (masks: readonly Span[], index: RuleInput['index'], title: Span | null): boolean =>
  masks.length <= 2 &&
  title !== null &&
  masks.every((mask) =>
    index.masks.some(
      (other) =>
        overlaps(other, title) &&
        index.text.slice(other.start, other.end + 1) === index.text.slice(mask.start, mask.end + 1),
    ),
  );

/** The spans that touch none of the others. */
const outside = (spans: readonly Span[], others: readonly Span[]): Span[] => {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  let at = 0;
  return spans.filter((span) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= span.start) at += 1;
    return sorted[at] === undefined || !overlaps(span, sorted[at] as Span);
  });
};

const shown = (text: string, span: Span): string => `“${text.slice(span.start, Math.min(span.end, span.start + 4))}”`;
