import type { Span } from '../../../core/span.ts';
import { sentencesOf } from '../clauses.ts';
import { blankNamed, figuresNamed } from './figures-named.ts';
import { distinct, innermost, type LookUp, type Passage, type Words } from './found.ts';
import type { Question } from './question.ts';
import type { AskedReport, ReportView, ViewedSection } from './report-view.ts';
import { inWordsOf } from './report-words.ts';
import { sectionsOfRoles } from './section-choice.ts';
import { tellingPart } from './telling-part.ts';
import { bare, coverage, namedBeside, namedIn, rarityIn, type Wanted, wantedIn } from './words.ts';

const sureOfTitle = 0.72;
const sureOfTitleAsked = 0.5;
const likelyTitle = 0.38;
const clearLead = 0.15;
const sureOfLowerTitle = 0.55;
const sureOfFigure = 0.46;
const sureOfFigureUnasked = 0.9;
const sureOfSentence = 0.55;
/** Parts that a report either has as a passage or does not have; no single sentence stands in for them. */
const wholeParts = ['problems', 'plans', 'causes', 'last-year-rectification'];
const sureWithoutNumber = 0.75;

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
    if (!asksForSection.test(words)) return blankNamed(wanted, scene, sureOfFigure) ?? numberSaid(wanted, report, view);
  }
  const playing = sectionsOfRoles(view, question.roles);
  if (part === 'causes' && beside.size === 0 && playing[0]?.roles.includes('problems')) {
    const reasons = sentencesAbout(/原因|根源|在于/u, report, view, playing);
    if (reasons !== null) return reasons;
  }
  if (wholePart && beside.size === 0) return playing.length > 0 ? { by: 'section', sections: playing } : null;
  if (part === 'duties' && playing.length > 0 && neverTold(beside, report.text)) return null;
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

const sentenceSaying = (
  wanted: Wanted,
  report: AskedReport,
  view: ReportView,
  within: readonly Span[] = [{ start: 0, end: report.text.length }],
  holding?: RegExp,
): Passage | null => {
  if (wanted.size < 3) return null;
  const all = within.flatMap((span) => sentencesOf(report.text, span));
  const sentences = holding === undefined ? all : all.filter((sentence) => holding.test(sentence.text));
  const plain = sentences.map((sentence) => bare(sentence.text));
  const rarity = rarityIn(plain, true);
  const scored = sentences.map((sentence, index) => ({
    sentence,
    score: coverage(wanted, plain[index] ?? '', rarity),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < sureOfSentence) return null;
  return passageOf(
    scored
      .filter(({ score }) => score >= best - 0.05)
      .map(({ sentence }) => tellingPart(sentence, wanted, report.text)),
    view,
  );
};

const passageOf = (lines: readonly Words[], view: ReportView): Passage => {
  const found = lines.slice(0, 3);
  return {
    by: 'passage',
    sections: distinct(found.map((sentence) => innermost(view, sentence))),
    lines: found,
    figures: [],
  };
};

/** Digits, numbers in words (五步, 两三个) or a number left blank (资金  万元). */
const holdsNumber =
  /\d[余多]?[万亿]?(?![年月日\d.])[\p{Script=Han}%％‰：:]|[一二两三四五六七八九十百几]{1,3}[次个名项条步天处]|[Xx×＊*]{1,4}[\p{Script=Han}%]|[\p{Script=Han}][ \u3000]+(?:万元|亿元|[元次个名项条人户家天座篇场期份件])/u;

/** The sentence that should hold a number asked for; else one that is surely about it, told to be without it. */
const numberSaid = (wanted: Wanted, report: AskedReport, view: ReportView): Passage | null => {
  const said = sentenceSaying(wanted, report, view, undefined, holdsNumber);
  if (said !== null) return said;
  const about = sentenceSaying(wanted, report, view);
  if (about === null) return null;
  const sure = about.lines.filter((line) => coverage(wanted, bare(line.text)) >= sureWithoutNumber);
  return sure.length === 0 ? null : { ...about, lines: sure, withoutNumber: true };
};

const sentencesAbout = (
  words: RegExp,
  report: AskedReport,
  view: ReportView,
  within: readonly ViewedSection[],
): Passage | null => {
  const found = within
    .flatMap((section) => sentencesOf(report.text, { start: section.start + section.title.length, end: section.end }))
    .filter((sentence) => words.test(sentence.text));
  return found.length === 0 ? null : passageOf(found, view);
};

/** None of the words a question names stands in the report, not even in part. */
export const neverTold = (wanted: Wanted, text: string): boolean => {
  const pairs = [...wanted.keys()].filter((gram) => [...gram].length === 2);
  return pairs.length > 0 && !pairs.some((pair) => text.includes(pair));
};
