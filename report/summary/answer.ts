import type { MissingPart } from '../../core/finding.ts';
import type { Figure } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import { createPlaces } from '../replying/place.ts';
import { allFigures, figuresAsked, figuresWithin } from './answering/figures-asked.ts';
import { figuresNamed } from './answering/figures-named.ts';
import type { LookUp } from './answering/found.ts';
import { lookUp, neverTold } from './answering/look-up.ts';
import { parseQuestion, type Question } from './answering/question.ts';
import { type AskedReport, refOf, type SectionRef, type ViewedSection, viewOf } from './answering/report-view.ts';
import { sectionsAt, sectionsOfRoles } from './answering/section-choice.ts';
import { sectionLines } from './answering/section-lines.ts';
import { questionsIn } from './answering/several.ts';
import { bare, coverage, namedBeside, namedIn, wantedIn } from './answering/words.ts';
import { shownWords } from './clauses.ts';
import { compareTexts, type VersionChanges } from './compare-versions.ts';

export type { AskedReport, SectionRef } from './answering/report-view.ts';

/** A line of the answer: words of the text with their place as people count it. */
export interface AnswerLine extends Span {
  readonly text: string;
  /** 二、（三）第1段 */
  readonly place: string;
}

/** A figure with its place as people count it. */
export interface AnswerFigure {
  readonly figure: Figure;
  readonly place: string;
}

export type SingleAnswer = Exclude<Answer, { readonly kind: 'several' }>;

export type Answer =
  | {
      /** section: one or more sections · figure: a figure asked for by name · figures: all of a report or section. */
      readonly kind: 'section' | 'figure' | 'figures' | 'contents' | 'summary' | 'author' | 'passage';
      readonly sections: readonly SectionRef[];
      readonly lines: readonly AnswerLine[];
      readonly figures: readonly Figure[];
      /** A number was asked for; the lines are about it, and none holds one. */
      readonly withoutNumber?: boolean;
    }
  | { readonly kind: 'changes'; readonly changes: VersionChanges | null }
  /** Problems with the plan that answers each, or null where none does. */
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly { readonly problem: AnswerLine; readonly plan: AnswerLine | null }[];
    }
  /** What the report lacks: parts its kind asks for, numbers left blank. */
  | { readonly kind: 'gaps'; readonly missing: readonly MissingPart[]; readonly blanks: readonly AnswerFigure[] }
  /** One message asked several things that one answer cannot hold. */
  | { readonly kind: 'several'; readonly parts: readonly SingleAnswer[] }
  /** What was looked for, a part or words, is not in the report: say so, offer the sections. */
  | { readonly kind: 'absent'; readonly part: string; readonly choices: readonly SectionRef[] }
  | { readonly kind: 'unclear'; readonly choices: readonly SectionRef[] };

/**
 * Answers what a message asks about one report from its text alone: by section number, title words, part, figure name or
 * whole report; what cannot be told apart is `unclear` with the sections to choose from. `previous` is the version
 * before, for questions on changes (null: there is none).
 */
export const answerQuestion = (asked: string, report: AskedReport, previous: AskedReport | null = null): Answer => {
  const questions = questionsIn(asked);
  if (questions.length < 2) return answerOne(questions[0] ?? '', report, previous);
  return together(questions.map((question) => answerOne(question, report, previous)));
};

/** Sections asked for one by one are one answer; what was not found is told only where nothing was found. */
const together = (answers: readonly SingleAnswer[]): Answer => {
  const distinct = answers.filter(
    (answer, index) => answers.findIndex((other) => JSON.stringify(other) === JSON.stringify(answer)) === index,
  );
  const [first] = distinct;
  if (first !== undefined && distinct.length === 1) return first;
  const sections = distinct.flatMap((answer) => (answer.kind === 'section' ? [answer] : []));
  if (sections.length < distinct.length) return { kind: 'several', parts: distinct };
  return {
    kind: 'section',
    sections: sections.flatMap((answer) => answer.sections),
    lines: sections.flatMap((answer) => answer.lines),
    figures: sections.flatMap((answer) => answer.figures),
  };
};

const answerOne = (asked: string, report: AskedReport, previous: AskedReport | null): SingleAnswer => {
  const question = parseQuestion(asked);
  const view = viewOf(report);
  const choices = view.top.map(refOf);
  const placeOf = createPlaces({ text: report.text, outline: report.result.outline, title: report.result.title });
  const lines = (spans: readonly (Span & { readonly text: string })[]): AnswerLine[] =>
    spans.map(({ text, start, end }) => ({ text: shownWords(text), start, end, place: placeOf(start) }));
  const about = (sections: readonly ViewedSection[]): SingleAnswer => ({
    kind: 'section',
    sections: sections.map(refOf),
    lines: sections.flatMap((section) => lines(sectionLines(report, section))),
    figures: figuresWithin(report, sections),
  });

  const found = (named: Extract<Question, { ask: 'named' }>): SingleAnswer => {
    const looked = lookUp(named, report, view);
    if (looked === null) {
      const [part] = named.roles;
      const beside = namedBeside(named.words);
      if (part === 'duties' && beside === '') return answerOne('全文摘要', report, previous);
      if (part !== undefined && part !== 'duties') return { kind: 'absent', part, choices };
      const words = beside.replaceAll(' ', '').replace(/(?<=.{2})[修建买办搞招发收]$/u, '');
      const readable = words.length >= 2 && named.words.includes(words);
      return readable && neverTold(wantedIn(beside), report.text)
        ? { kind: 'absent', part: words, choices }
        : { kind: 'unclear', choices };
    }
    return looked.by === 'section' ? about(looked.sections) : toldOf(looked);
  };

  const toldOf = (looked: Exclude<LookUp, { by: 'section' }>): SingleAnswer => {
    return {
      kind: looked.by,
      sections: looked.sections.map(refOf),
      lines: lines(looked.lines),
      figures: looked.figures,
      ...(looked.withoutNumber === true ? { withoutNumber: true } : {}),
    };
  };

  /** 第一部分的问题, 第二部分里学习几次: what is asked of the sections addressed. */
  const within = (
    sections: readonly ViewedSection[],
    { roles, words, amount }: Extract<Question, { ask: 'section' }>,
  ): SingleAnswer | null => {
    const inside = view.all.filter((inner) =>
      sections.some((outer) => outer.start <= inner.start && inner.end <= outer.end),
    );
    const playing = sectionsOfRoles({ all: inside.filter((inner) => !sections.includes(inner)), top: [] }, roles);
    if (playing.length > 0) return about(playing);
    if (!amount || namedIn(words).length < 2) return null;
    const found = figuresNamed(wantedIn(namedIn(words)), { report, view, words }, sureWithin, sections);
    return found === null ? null : toldOf(found);
  };

  switch (question.ask) {
    case 'pairs': {
      const pairs = pairsAbout(question.words, report).map(({ problem, plan }) => ({
        problem: { ...problem, place: placeOf(problem.start) },
        plan: plan === null ? null : { ...plan, place: placeOf(plan.start) },
      }));
      return pairs.length > 0 ? { kind: 'pairs', pairs } : found({ ...question, ask: 'named', amount: false });
    }
    case 'changes':
      return { kind: 'changes', changes: previous === null ? null : compareTexts(previous, report) };
    case 'contents':
      return { kind: 'contents', sections: view.all.map(refOf), lines: lines(view.top.map(headingOf)), figures: [] };
    case 'summary':
      return {
        kind: 'summary',
        sections: choices,
        lines: lines(report.result.summary.sections.map(({ gist, start, end }) => ({ text: gist, start, end }))),
        figures: allFigures(report),
      };
    case 'author':
      return { kind: 'author', sections: [], lines: lines(openingOf(report, asked)), figures: [] };
    case 'gaps':
      return {
        kind: 'gaps',
        missing: report.result.missing,
        blanks: allFigures(report).flatMap((figure) =>
          figure.state === 'blank' ? [{ figure, place: placeOf(figure.start) }] : [],
        ),
      };
    case 'figures': {
      const { sections, figures } = figuresAsked(question, report, view);
      return { kind: 'figures', sections: sections.length > 0 ? sections.map(refOf) : choices, lines: [], figures };
    }
    case 'section': {
      const byPoints = question.steps.every(({ by }) => by === 'point');
      const sections = sectionsAt(view, question.steps, byPoints ? question.roles : []);
      if (sections.length === 0) return { kind: 'unclear', choices };
      return byPoints ? about(sections) : (within(sections, question) ?? about(sections));
    }
    case 'named':
      return found(question);
  }
};

const sureWithin = 0.4;
const sureOfProblem = 0.5;

/** The pairs whose problem the words name; all when they name none in particular. */
const pairsAbout = (asked: string, { result }: AskedReport): NonNullable<AskedReport['result']['summary']['pairs']> => {
  const pairs = result.summary.pairs ?? [];
  const wanted = wantedIn(
    namedBeside(asked.replace(/解决|应对|对应|针对|对得上|办法|对策|没有?|怎么|如何|哪些/gu, ' ')),
  );
  if (wanted.size === 0) return pairs;
  return pairs.filter(({ problem }) => coverage(wanted, bare(problem.text)) >= sureOfProblem);
};

const headingOf = (section: ViewedSection) => ({
  text: `${section.number ?? ''}${section.title}`,
  start: section.start,
  end: section.end,
});

const tellsWho = /我叫|本人|现任|分管|负责|担任|主持|姓名|述职人|报告人|书记|局长|主任|校长/u;

/** Title and opening tell who writes, and for whom or when the words below the text. */
const openingOf = ({ result, text }: AskedReport, asked: string): (Span & { readonly text: string })[] => {
  const atEnd = /落款|署名|日期|时间|何时|什么时候|哪一?天/u.test(asked);
  const firstSection = result.outline[0]?.start ?? Math.min(text.length, 600);
  const from = atEnd ? Math.max(text.length - 60, 0) : 0;
  const lines = linesOf(text, from, atEnd ? text.length : firstSection).slice(from > 0 ? 1 : 0);
  if (atEnd) return lines.slice(-2);
  const telling = lines.slice(1).filter((line) => tellsWho.test(line.text));
  return [...lines.slice(0, 1), ...(telling.length > 0 ? telling : lines.slice(1))].slice(0, 3);
};

const linesOf = (text: string, from: number, to: number): (Span & { readonly text: string })[] => {
  let start = from;
  return text
    .slice(from, to)
    .split('\n')
    .flatMap((line) => {
      const at = start;
      start += line.length + 1;
      const words = line.trim();
      return words === '' ? [] : [{ text: words.slice(0, 120), start: at, end: at + line.length }];
    });
};
