import type { Figure } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';
import { sentencesOf } from '../clauses.ts';
import type { Question } from './question.ts';
import type { AskedReport, ReportView, ViewedSection } from './report-view.ts';
import { inWordsOf } from './report-words.ts';
import { sectionsOfRoles } from './section-choice.ts';
import { asksForPeople, unitAsked, unitFits } from './units.ts';
import { bare, coverage, namedBeside, namedIn, rarityIn, type Wanted, wantedIn } from './words.ts';

type Words = Span & { readonly text: string };

export type LookUp =
  | { readonly by: 'section'; readonly sections: readonly ViewedSection[] }
  | {
      readonly by: 'figure' | 'passage';
      readonly sections: readonly ViewedSection[];
      readonly lines: readonly Words[];
      readonly figures: readonly Figure[];
    };

const sureOfTitle = 0.72;
const sureOfTitleAsked = 0.5;
const likelyTitle = 0.38;
const clearLead = 0.15;
const sureOfLowerTitle = 0.55;
const sureOfFigure = 0.46;
const sureOfFigureUnasked = 0.9;
const sureOfSentence = 0.55;
/** Parts that a report either has as a passage or does not have; no single sentence stands in for them. */
const wholeParts = ['problems', 'plans', 'causes'];

/** Finds what a question names: a figure when it asks how many, a title, a part, else the sentence that says it. */
export const lookUp = (
  question: Extract<Question, { ask: 'named' }>,
  report: AskedReport,
  view: ReportView,
): LookUp | null => {
  for (const words of inWordsOf(report.text, question.words, question.amount)) {
    const found = lookUpWords({ ...question, words }, report, view);
    if (found !== null) return found;
  }
  return null;
};

const lookUpWords = (
  question: Extract<Question, { ask: 'named' }>,
  report: AskedReport,
  view: ReportView,
): LookUp | null => {
  const { words } = question;
  const wanted = wantedIn(namedIn(words));
  const [part] = question.roles;
  const wholePart = part !== undefined && wholeParts.includes(part);
  const beside = wantedIn(namedBeside(words));
  // 问题有几个 asks for the problems, 问题整改了几个 for a number.
  const countsParts = wholePart && beside.size === 0 && !/了(?:几|多少)/u.test(words);
  const scene = { report, view, words };
  if (question.amount && !countsParts) {
    const figure = figuresNamed(part === 'plans' && beside.size > 0 ? beside : wanted, scene, sureOfFigure);
    if (figure !== null) return figure;
  }
  const playing = sectionsOfRoles(view, question.roles);
  if (playing.length > 0 && beside.size > 0 && wholePart) {
    const lower = titled(
      beside,
      playing.flatMap((section) => [...(playing.length > 1 ? [section] : []), ...below(section)]),
    );
    if (lower !== null && lower.score >= sureOfLowerTitle) return { by: 'section', sections: [lower.section] };
    const aim = /目标|指标/u.test(words) ? figuresNamed(beside, scene, sureOfFigure) : null;
    if (aim !== null) return aim;
    return sentenceSaying(beside, report, view, playing) ?? { by: 'section', sections: playing };
  }
  if (playing.length === 0 && beside.size === 0 && wholePart) return null;
  const title = titled(wanted, view.all);
  const sure = asksForSection.test(words) ? sureOfTitleAsked : sureOfTitle;
  const generic = playing.length > 0 && wanted.size < 4;
  if (title !== null && title.score >= sure && !generic) return { by: 'section', sections: [title.section] };
  if (playing.length > 0) return { by: 'section', sections: playing };
  const found = figuresNamed(wanted, scene, sureOfFigureUnasked) ?? sentenceSaying(wanted, report, view);
  if (found !== null) return found;
  const likely = title !== null && title.score >= likelyTitle && title.score - title.next >= clearLead;
  return likely ? { by: 'section', sections: [title.section] } : null;
};

/** 产业这块, 违建治理那部分: a section is meant, whatever it is called exactly. */
const asksForSection = /[那这]一?[块段节条点章]|部分|方面/u;

const below = (section: ViewedSection): ViewedSection[] =>
  section.children.flatMap((child) => [child, ...below(child)]);

interface Titled {
  readonly section: ViewedSection;
  readonly score: number;
  /** The score of the second best. */
  readonly next: number;
}

const titled = (wanted: Wanted, sections: readonly ViewedSection[]): Titled | null => {
  const titles = sections.map((section) => bare(section.title));
  const rarity = rarityIn(titles);
  let best: Titled | null = null;
  sections.forEach((section, index) => {
    const score = coverage(wanted, titles[index] ?? '', rarity);
    if (score > (best?.score ?? 0)) best = { section, score, next: best?.score ?? 0 };
    else if (best !== null && score > best.next) best = { ...best, next: score };
  });
  return best;
};

interface Scene {
  readonly report: AskedReport;
  readonly view: ReportView;
  /** The question in the words of the report. */
  readonly words: string;
}

const asksForGrowth = /增长|增加|同比|增幅|比(?:去年|上年|年初)|提高了|多了|上升|下降|减少|降低|[多少]多少/u;
const asksForPlans = /明年|来年|下一?步|今后|计划|打算|目标|要(?:建|买|搞|办)|力争/u;
const ofPlans = 0.25;
const ofExactness = 0.12;
const ofVisits = 0.06;
const step = 0.04;

/** Figures whose own words, or else whose clause and heading, hold what the question names, in the unit it asks for. */
const figuresNamed = (wanted: Wanted, { report, view, words }: Scene, sure: number): LookUp | null => {
  if (wanted.size === 0) return null;
  const unit = unitAsked(words);
  const planned = sectionsOfRoles(view, ['plans']);
  const figures = report.result.summary.sections
    .flatMap((section) => section.figures)
    .filter((figure) => figure.state !== 'blank' && unitFits(unit, figure));
  const contexts = figures.map((figure) =>
    bare(`${contextOf(report.text, figure)}${innermost(view, figure)?.title ?? ''}`),
  );
  const rarity = rarityIn(contexts);
  const wantsPlans = asksForPlans.test(words);
  const people = asksForPeople(words);
  const scored = figures.map((figure, index) => {
    const name = bare(`${figure.what ?? ''}${figure.text}${figure.comparison ?? ''}`);
    const own = coverage(wanted, name, rarity);
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
    (top, next) => (next.fits >= sure && next.score > (top?.score ?? Number.NEGATIVE_INFINITY) ? next : top),
    null,
  );
  if (best === null) return null;
  const close = scored.filter(({ score }) => score >= best.score).map(({ figure }) => figure);
  const chosen = sameSubject(close, best.figure, asksForGrowth.test(words));
  return {
    by: 'figure',
    sections: distinct(chosen.map((figure) => innermost(view, figure))),
    lines: distinctSpans(chosen.map((figure) => sentenceAround(report.text, figure))),
    figures: chosen,
  };
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

const sentenceSaying = (
  wanted: Wanted,
  report: AskedReport,
  view: ReportView,
  within: readonly Span[] = [{ start: 0, end: report.text.length }],
): LookUp | null => {
  if (wanted.size < 3) return null;
  const sentences = within.flatMap((span) => sentencesOf(report.text, span));
  const plain = sentences.map((sentence) => bare(sentence.text));
  const rarity = rarityIn(plain, true);
  const scored = sentences.map((sentence, index) => ({
    sentence,
    score: coverage(wanted, plain[index] ?? '', rarity),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < sureOfSentence) return null;
  const found = scored
    .filter(({ score }) => score >= best - 0.05)
    .slice(0, 3)
    .map(({ sentence }) => sentence);
  return {
    by: 'passage',
    sections: distinct(found.map((sentence) => innermost(view, sentence))),
    lines: found,
    figures: [],
  };
};

const innermost = (view: ReportView, span: Span): ViewedSection | null =>
  view.all.findLast((section) => section.start <= span.start && span.end <= section.end) ?? null;

const stops = ['。', '；', '\n', '！'];

const sentenceAround = (text: string, figure: Span): Words => {
  const start = Math.max(...stops.map((stop) => text.lastIndexOf(stop, figure.start - 1))) + 1;
  const ends = stops.map((stop) => text.indexOf(stop, figure.end)).filter((at) => at >= 0);
  const end = Math.min(text.length, figure.end + 60, ...ends);
  const from = Math.max(start, figure.start - 90);
  return { text: text.slice(from, end).trim(), start: from, end };
};

const distinct = (sections: readonly (ViewedSection | null)[]): ViewedSection[] => [
  ...new Set(sections.filter((section) => section !== null)),
];

const distinctSpans = (lines: readonly Words[]): Words[] =>
  lines.filter((line, index) => lines.findIndex((other) => other.start === line.start) === index);
