import type { Finding } from '../../core/finding.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import type { Figure, ReportSummary } from '../../core/report-result.ts';
import type { ReportStructure, Section } from '../../core/report-structure.ts';
import { boilerplateOf } from './boilerplate.ts';
import { withStates } from './figure-states.ts';
import { figuresIn } from './figures.ts';
import { gistOf } from './gist.ts';
import { pairProblems } from './pairs.ts';
import type { Passage } from './passage.ts';
import { digestOf } from './section-digest.ts';
import { verified } from './verify.ts';

/** Figures kept per section; a government report may hold hundreds. */
const mostFigures = 80;
/** No report has more top-level sections; garbage may. */
const mostSections = 120;

/**
 * A digest whose every figure and name stands in the text. `findings` tell which figures are blank or doubtful,
 * `boilerplate` which clauses stand in every report. Works on a document without headings too.
 */
export const summarise = (
  document: ReportDocument,
  structure: ReportStructure,
  findings: readonly Finding[],
  boilerplate: readonly string[] = [],
): ReportSummary => {
  const { text } = document;
  const telling = boilerplateOf(boilerplate);
  const sections = passagesOf(text, structure)
    .slice(0, mostSections)
    .map((passage) => {
      const found = withStates(text, figuresIn(text, passage), findings, passage);
      const figures = toldOnce(found).slice(0, mostFigures);
      return digestOf(text, passage, figures, telling);
    });
  const pairs = pairProblems(text, sections);
  return verified({ gist: gistOf(sections, telling), sections, ...(pairs.length === 0 ? {} : { pairs }) }, text);
};

/** Top-level sections, unheaded parts, and the opening when it holds figures or nothing else is there. */
const passagesOf = (text: string, structure: ReportStructure): Passage[] => {
  const loose = structure.sections.filter((section) => section.level > 1);
  const headed = structure.sections.filter((section) => section.level === 1).map(passageOfSection);
  const unheaded = structure.unheaded.map(
    ({ part, span }): Passage => ({
      ...span,
      number: null,
      title: leadWords(text, span.start, span.end),
      roles: [part],
      bodyStart: span.start,
      children: loose.filter((section) => section.start >= span.start && section.start < span.end),
    }),
  );
  const opening = structure.opening;
  const opens = opening !== null && (headed.length + unheaded.length === 0 || figuresIn(text, opening).length > 0);
  const before: Passage[] = opens
    ? [{ ...opening, number: null, title: '开头', roles: [], bodyStart: opening.start, children: [] }]
    : [];
  return [...before, ...headed, ...unheaded].sort((a, b) => a.start - b.start);
};

const passageOfSection = (section: Section): Passage => ({
  start: section.start,
  end: section.end,
  number: section.number,
  title: section.title,
  roles: section.roles,
  bodyStart: section.heading.end,
  children: section.children,
});

const leadWords = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(end, start + 40)).split(/[，,：:。；]/u)[0] ?? '';

/** A number told again in the same section is not told twice. */
const toldOnce = (figures: readonly Figure[]): Figure[] => {
  const told = new Set<string>();
  return figures.filter((figure) => {
    const key = `${figure.what ?? figure.start}|${figure.text}|${figure.comparison ?? ''}`;
    if (told.has(key)) return figure.state !== 'sound' && figure.state !== undefined;
    told.add(key);
    return true;
  });
};
