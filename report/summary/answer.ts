import type { MissingPart } from '../../core/finding.ts';
import type { Figure } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import { createPlaces } from '../replying/place.ts';
import { lookUp } from './answering/look-up.ts';
import { parseQuestion, type Question } from './answering/question.ts';
import { type AskedReport, refOf, type SectionRef, type ViewedSection, viewOf } from './answering/report-view.ts';
import { sectionsAt, sectionsOfRoles } from './answering/section-choice.ts';
import { sectionLines } from './answering/section-lines.ts';
import { questionsIn } from './answering/several.ts';
import { bare, coverage, namedBeside, wantedIn } from './answering/words.ts';
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
  /** What was looked for is not in the report: say so, offer the sections. */
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
      return named.roles[0] === undefined
        ? { kind: 'unclear', choices }
        : { kind: 'absent', part: named.roles[0], choices };
    }
    if (looked.by === 'section') return about(looked.sections);
    return {
      kind: looked.by,
      sections: looked.sections.map(refOf),
      lines: lines(looked.lines),
      figures: looked.figures,
    };
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
      return { kind: 'author', sections: [], lines: lines(openingOf(report)), figures: [] };
    case 'gaps':
      return {
        kind: 'gaps',
        missing: report.result.missing,
        blanks: allFigures(report).flatMap((figure) =>
          figure.state === 'blank' ? [{ figure, place: placeOf(figure.start) }] : [],
        ),
      };
    case 'figures':
      return figuresAnswer(question, report, view.all, choices);
    case 'section': {
      const sections = sectionsAt(view, question.steps, question.roles);
      return sections.length > 0 ? about(sections) : { kind: 'unclear', choices };
    }
    case 'named':
      return found(question);
  }
};

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

const figuresAnswer = (
  question: Extract<Question, { ask: 'figures' }>,
  report: AskedReport,
  all: readonly ViewedSection[],
  choices: readonly SectionRef[],
): SingleAnswer => {
  const view = { all, top: all.filter((section) => section.parent === null) };
  const sections =
    question.steps.length > 0
      ? sectionsAt(view, question.steps, question.roles)
      : question.roles.length > 0
        ? sectionsOfRoles(view, question.roles)
        : [];
  const figures = sections.length > 0 ? figuresWithin(report, sections) : allFigures(report);
  const wanted = question.only === 'blank' ? figures.filter((figure) => figure.state === 'blank') : figures;
  return { kind: 'figures', sections: sections.length > 0 ? sections.map(refOf) : choices, lines: [], figures: wanted };
};

const allFigures = (report: AskedReport): Figure[] =>
  report.result.summary.sections.flatMap((section) => section.figures);

const figuresWithin = (report: AskedReport, sections: readonly Span[]): Figure[] =>
  allFigures(report).filter((figure) =>
    sections.some((section) => figure.start >= section.start && figure.end <= section.end),
  );

const headingOf = (section: ViewedSection) => ({
  text: `${section.number ?? ''}${section.title}`,
  start: section.start,
  end: section.end,
});

/** Title and opening tell who writes. */
const openingOf = ({ result, text }: AskedReport): (Span & { readonly text: string })[] => {
  const firstSection = result.outline[0]?.start ?? Math.min(text.length, 300);
  const spans: (Span & { text: string })[] = [];
  let start = 0;
  for (const line of text.slice(0, firstSection).split('\n')) {
    const words = line.trim();
    if (words !== '' && spans.length < 3) spans.push({ text: words.slice(0, 120), start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
};
