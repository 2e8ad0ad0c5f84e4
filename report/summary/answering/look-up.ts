import type { Figure } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';
import { sentencesOf } from '../clauses.ts';
import type { Question } from './question.ts';
import type { AskedReport, ReportView, ViewedSection } from './report-view.ts';
import { sectionsOfRoles } from './section-choice.ts';
import { unitAsked, unitFits } from './units.ts';
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
const sureOfLowerTitle = 0.55;
const sureOfFigure = 0.5;
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
  const wanted = wantedIn(namedIn(question.words));
  if (question.amount) {
    const figure = figuresNamed(wanted, question.words, report, view, sureOfFigure);
    if (figure !== null) return figure;
  }
  const playing = sectionsOfRoles(view, question.roles);
  const beside = wantedIn(namedBeside(question.words));
  if (playing.length > 0 && beside.size > 0 && wholeParts.includes(question.roles[0] ?? '')) {
    const lower = titled(beside, playing.flatMap(below));
    if (lower !== null && lower.score >= sureOfLowerTitle) return { by: 'section', sections: [lower.section] };
    return { by: 'section', sections: playing };
  }
  if (playing.length === 0 && beside.size === 0 && wholeParts.includes(question.roles[0] ?? '')) return null;
  const title = titled(wanted, view.all);
  const generic = playing.length > 0 && wanted.size < 4;
  if (title !== null && title.score >= sureOfTitle && !generic) return { by: 'section', sections: [title.section] };
  if (playing.length > 0) return { by: 'section', sections: playing };
  const figure = figuresNamed(wanted, question.words, report, view, sureOfFigureUnasked);
  return figure ?? sentenceSaying(wanted, report, view);
};

const below = (section: ViewedSection): ViewedSection[] =>
  section.children.flatMap((child) => [child, ...below(child)]);

const titled = (
  wanted: Wanted,
  sections: readonly ViewedSection[],
): { section: ViewedSection; score: number } | null => {
  const titles = sections.map((section) => bare(section.title));
  const rarity = rarityIn(titles);
  let best: { section: ViewedSection; score: number } | null = null;
  sections.forEach((section, index) => {
    const score = coverage(wanted, titles[index] ?? '', rarity);
    if (score > (best?.score ?? 0)) best = { section, score };
  });
  return best;
};

/** Figures whose own words, or else whose clause, hold what the question names, in the unit it asks for. */
const figuresNamed = (
  wanted: Wanted,
  question: string,
  report: AskedReport,
  view: ReportView,
  sure: number,
): LookUp | null => {
  if (wanted.size === 0) return null;
  const figures = report.result.summary.sections
    .flatMap((section) => section.figures)
    .filter((figure) => figure.state !== 'blank');
  const contexts = figures.map((figure) => bare(contextOf(report.text, figure)));
  const rarity = rarityIn(contexts);
  const unit = unitAsked(question);
  const scored = figures.map((figure, index) => {
    const own = coverage(wanted, bare(`${figure.what ?? ''}${figure.text}`), rarity);
    const around = coverage(wanted, contexts[index] ?? '', rarity);
    return { figure, score: 0.55 * own + 0.45 * around + unitFits(unit, figure) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < sure) return null;
  const chosen = scored
    .filter(({ score }) => score >= best - 0.02)
    .slice(0, 4)
    .map(({ figure }) => figure);
  return {
    by: 'figure',
    sections: distinct(chosen.map((figure) => innermost(view, figure))),
    lines: distinctSpans(chosen.map((figure) => sentenceAround(report.text, figure))),
    figures: chosen,
  };
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

const sentenceSaying = (wanted: Wanted, report: AskedReport, view: ReportView): LookUp | null => {
  if (wanted.size < 3) return null;
  const sentences = sentencesOf(report.text, { start: 0, end: report.text.length });
  const plain = sentences.map((sentence) => bare(sentence.text));
  const rarity = rarityIn(plain);
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
