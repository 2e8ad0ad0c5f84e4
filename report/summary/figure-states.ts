import type { Finding } from '../../core/finding.ts';
import type { Figure } from '../../core/report-result.ts';
import { overlaps, type Span } from '../../core/span.ts';

const blankRules = new Set(['blank-figure']);
const doubtfulRules = new Set([
  'amount-out-of-line',
  'figure-typing',
  'parts-over-total',
  'share-over-hundred',
  'growth-arithmetic',
  'figure-clash',
]);

/** Marks figures that the findings doubt and adds the blanks (召开会议次) as figures without a value. */
export const withStates = (
  text: string,
  figures: readonly Figure[],
  findings: readonly Finding[],
  span: Span,
): Figure[] => {
  const places = (rules: ReadonlySet<string>) =>
    findings.filter((finding) => rules.has(finding.rule)).flatMap((finding) => [finding, ...(finding.also ?? [])]);
  const doubtful = places(doubtfulRules);
  const blanks = places(blankRules).filter((place) => place.start >= span.start && place.end <= span.end);
  const stated = figures
    .filter((figure) => !blanks.some((blank) => overlaps(blank, figure)))
    .map(
      (figure): Figure => ({
        ...figure,
        state: doubtful.some((place) => overlaps(place, figure)) ? 'doubtful' : 'sound',
      }),
    );
  const missing = blanks.map((blank): Figure => {
    const words = text.slice(blank.start, blank.end);
    return {
      text: words,
      value: null,
      unit: /(?:万元|亿元|人次|场次|[次场期项条名户元号件家个份])(?=[^\p{Script=Han}]*$)/u.exec(words)?.[0] ?? null,
      what: clauseAround(text, blank),
      state: 'blank',
      start: blank.start,
      end: blank.end,
    };
  });
  return [...stated, ...missing].sort((a, b) => a.start - b.start);
};

const clauseAround = (text: string, place: Span): string => {
  const before =
    text
      .slice(Math.max(0, place.start - 16), place.start)
      .split(/[，,。；;：:、\n]/u)
      .at(-1) ?? '';
  const after = text.slice(place.end, place.end + 16).split(/[，,。；;：:、\n]/u)[0] ?? '';
  return `${before}${text.slice(place.start, place.end)}${after}`;
};
