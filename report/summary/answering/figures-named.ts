import type { Figure } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';
import { distinct, innermost, type Passage, type Words } from './found.ts';
import type { AskedReport, ReportView } from './report-view.ts';
import { sectionsOfRoles } from './section-choice.ts';
import { asksForPeople, unitAsked, unitFits } from './units.ts';
import { bare, coverage, namedIn, rarityIn, type Wanted, wantedIn } from './words.ts';

export interface Scene {
  readonly report: AskedReport;
  readonly view: ReportView;
  /** The question in the words of the report. */
  readonly words: string;
}

const asksForGrowth = /增长|增加|同比|增幅|比(?:去年|上年|年初)|提高了|多了|上升|下降|减少|降低|[多少]多少/u;
const asksForPlans = /剩|还差|明年|来年|下一?步|今后|计划|打算|目标|要(?:建|买|搞|办)|力争/u;
const ofPlans = 0.25;
const ofExactness = 0.12;
const ofItem = 0.7;
const ofVisits = 0.06;
const step = 0.04;

/** Figures whose own words, or else whose clause and heading, hold what the question names, in the unit it asks for. */
export const figuresNamed = (
  wanted: Wanted,
  { report, view, words }: Scene,
  sure: number,
  within: readonly Span[] | null = null,
): Passage | null => {
  if (wanted.size === 0) return null;
  const least = asksStrange(words, report.text) ? Math.max(sure, sureOfStrange) : sure;
  const unit = unitAsked(words);
  const planned = sectionsOfRoles(view, ['plans']);
  const figures = report.result.summary.sections
    .flatMap((section) => section.figures)
    .filter((figure) => figure.state !== 'blank' && unitFits(unit, figure))
    .filter(({ start, end }) => within?.some((span) => span.start <= start && end <= span.end) ?? true);
  const contexts = figures.map((figure) =>
    bare(`${contextOf(report.text, figure)}${innermost(view, figure)?.title ?? ''}`),
  );
  const rarity = rarityIn(contexts);
  const wantsPlans = asksForPlans.test(words);
  const people = asksForPeople(words);
  const scored = figures.map((figure, index) => {
    const name = bare(`${figure.what ?? ''}${figure.text}${figure.comparison ?? ''}`);
    const item = bare(itemOf(report.text, figure));
    const own = sharesWord(wanted, name + item)
      ? Math.max(coverage(wanted, name, rarity), ofItem * coverage(wanted, item, rarity))
      : 0;
    const heading = innermost(view, figure)?.title ?? '';
    // What only stands somewhere near says little: then the figure's own item and its heading must tell.
    const around = coverage(
      wanted,
      own > 0 ? (contexts[index] ?? '') : bare(`${itemOf(report.text, figure)}${heading}`),
      rarity,
    );
    const isPlan = planned.some((section) => section.start <= figure.start && figure.end <= section.end);
    const fits = 0.55 * own + 0.45 * around + (unit === null ? 0 : 0.12);
    const prefer =
      (exactness(wanted, figure.what ?? '') > 0.95 ? ofExactness : 0) +
      (isPlan === wantsPlans ? 0 : -ofPlans) +
      (people && figure.unit?.includes('人次') ? -ofVisits : 0);
    return { figure, fits, score: Math.round((fits + prefer) / step) };
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, next) => (next.fits >= least && next.score > (top?.score ?? Number.NEGATIVE_INFINITY) ? next : top),
    null,
  );
  if (best === null) return null;
  const close = scored.filter(({ score }) => score >= best.score).map(({ figure }) => figure);
  const chosen = sameSubject(close, best.figure, asksForGrowth.test(words));
  return passageOf(chosen, report, view);
};

/** A number that was asked for and left blank: 争取资金  万元. */
export const blankNamed = (wanted: Wanted, { report, view }: Scene, sure: number): Passage | null => {
  const blanks = report.result.summary.sections
    .flatMap((section) => section.figures)
    .filter(({ state, what }) => state === 'blank' && coverage(wanted, bare(what ?? '')) >= sure);
  return blanks.length === 0 ? null : passageOf(blanks.slice(0, mostFigures), report, view);
};

const passageOf = (chosen: readonly Figure[], report: AskedReport, view: ReportView): Passage => ({
  by: 'figure',
  sections: distinct(chosen.map((figure) => innermost(view, figure))),
  lines: distinctSpans(chosen.map((figure) => sentenceAround(report.text, figure))),
  figures: chosen,
});

/** 账号 has a character of 公众号, no word; a word of one character (请了几天假) stands in no pair. */
const sharesWord = (wanted: Wanted, words: string): boolean => {
  const pairs = [...wanted.keys()].filter((gram) => gram.length > 1);
  return [...wanted.keys()].some(
    (gram) => (gram.length > 1 || !pairs.some((pair) => pair.includes(gram))) && words.includes(gram),
  );
};

/** Share of a figure's own words that are asked for: 党员54名 rather than 发展预备党员1名. */
const exactness = (wanted: Wanted, what: string): number => {
  const own = wantedIn(what.replace(/^(?:全市|全镇|全村|全年|本年|共)/u, ''));
  let all = 0;
  let asked = 0;
  for (const [gram, weight] of own) {
    all += weight;
    if (wanted.has(gram)) asked += weight;
  }
  return all === 0 ? 0 : asked / all;
};

const sureOfStrange = 0.65;

/** The word that says what is asked for holds a character that stands nowhere in the report: 人均寿命 is no 人均收入. */
const asksStrange = (words: string, text: string): boolean =>
  namedIn(words)
    .split(' ')
    .some(
      (run) =>
        /^\p{Script=Han}{4,}(?<![到了至成])$/u.test(run) &&
        [...run.slice(-2)].some((character) => !text.includes(character)),
    );

const mostFigures = 4;

/** Both ends of a change and all numbers of one thing; its growth only when that is asked for. */
const sameSubject = (close: readonly Figure[], best: Figure, growth: boolean): Figure[] => {
  const same = close.filter(({ what }) => what === best.what);
  const isGrowth = (figure: Figure) =>
    figure.comparison !== null && figure.comparison !== undefined && !/\d/u.test(figure.comparison);
  const asked = same.filter((figure) => isGrowth(figure) === growth);
  const told = asked.length > 0 ? asked : same;
  // The first number of a unit, and both ends of a change.
  const isChange = (figure: Figure) => /\d/u.test(figure.comparison ?? '');
  return told
    .filter(
      (figure, at) =>
        told.findIndex((other) => (isChange(figure) ? other.text === figure.text : other.unit === figure.unit)) === at,
    )
    .slice(0, mostFigures);
};

/** The clauses around a figure: what stands before it in its sentence and right behind it. */
const contextOf = (text: string, figure: Figure): string => {
  const before =
    text
      .slice(Math.max(0, figure.start - 60), figure.start)
      .split(/[。！？\n；]/u)
      .at(-1) ?? '';
  const behind = text.slice(figure.end, figure.end + 30).split(/[，。！？\n；]/u)[0] ?? '';
  return `${before}${behind}`;
};

/** The item of a list that a figure stands in. */
const itemOf = (text: string, figure: Figure): string => {
  const before =
    text
      .slice(Math.max(0, figure.start - 40), figure.start)
      .split(/[，。！？\n；、：（]/u)
      .at(-1) ?? '';
  return `${before}${text.slice(figure.end, figure.end + 16).split(/[，。！？\n；、）]/u)[0] ?? ''}`;
};

const stops = ['。', '；', '\n', '！'];

/** The words around a figure, up to the stops of its sentence. */
export const sentenceAround = (text: string, figure: Span): Words => {
  const start = Math.max(...stops.map((stop) => text.lastIndexOf(stop, figure.start - 1))) + 1;
  const ends = stops.map((stop) => text.indexOf(stop, figure.end)).filter((at) => at >= 0);
  const end = Math.min(text.length, figure.end + 60, ...ends);
  const from = Math.max(start, figure.start - 90);
  return { text: text.slice(from, end).trim(), start: from, end };
};

const distinctSpans = (lines: readonly Words[]): Words[] =>
  lines.filter((line, index) => lines.findIndex((other) => other.start === line.start) === index);
