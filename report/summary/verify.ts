import type { Figure, ReportSummary, SummarySection } from '../../core/report-result.ts';
import { cleanWords } from '../structure/lines.ts';

const number = /\d+(?:[.,，]\d+)*/gu;
const name = /“[^”]{1,40}”|《[^》]{1,60}》/gu;

/** Words without white space and markers: what a summary may shorten, never change. */
const plainOf = (text: string): string => cleanWords(text).replace(/[\s\u3000]/gu, '');

/**
 * Whether every number and every quoted name of `words` stands in `plain`; numbers must stand as wholes (16 is not in
 * 2016).
 */
export const standsIn = (words: string, plain: string): boolean => {
  const compact = words.replace(/[\s\u3000]/gu, '');
  for (const [found] of compact.matchAll(name)) if (!plain.includes(found)) return false;
  for (const [found] of compact.matchAll(number)) if (!hasNumber(plain, found)) return false;
  return true;
};

const hasNumber = (plain: string, wanted: string): boolean => {
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const before = plain[at - 1] ?? '';
    const after = plain[at + wanted.length] ?? '';
    if (!/\d/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
};

/** The summary without anything that does not stand in the text; figures must stand exactly at their place. */
export const verified = (summary: ReportSummary, text: string): ReportSummary => {
  const plain = plainOf(text);
  const sections = summary.sections.map((section) => verifiedSection(section, text));
  const pairs = summary.pairs?.filter(
    ({ problem, plan }) => standsIn(problem.text, plain) && (plan === null || standsIn(plan.text, plain)),
  );
  return {
    gist: standsIn(summary.gist, plain) ? summary.gist : '',
    sections,
    ...(pairs === undefined ? {} : { pairs }),
  };
};

/** A section is verified against its own words, so that the whole takes time in proportion to the text. */
const verifiedSection = (section: SummarySection, text: string): SummarySection => {
  const plain = plainOf(text.slice(section.start, section.end));
  return {
    ...section,
    title: standsIn(section.title, plain) ? section.title : '',
    gist: standsIn(section.gist, plain) ? section.gist : '',
    points: section.points.filter(
      (point) =>
        plain.includes(point.text.replace(/[\s\u3000]/gu, '')) ||
        standsWithin(point.text, text, point.start, point.end),
    ),
    figures: section.figures.filter((figure) => figureStands(figure, text, plain)),
  };
};

/** A shortened heading: each of its clauses stands in the words it shortens. */
const standsWithin = (words: string, text: string, start: number, end: number): boolean => {
  const source = plainOf(text.slice(start, end));
  return words.split('，').every((clause) => source.includes(clause.replace(/[\s\u3000]/gu, '')));
};

const figureStands = (figure: Figure, text: string, plain: string): boolean =>
  text.slice(figure.start, figure.end) === figure.text &&
  [figure.what, figure.asOf, figure.comparison].every(
    (words) =>
      words === null ||
      words === undefined ||
      (standsIn(words, plain) && words.split('·').every((part) => plain.includes(part.replace(/[\s\u3000]/gu, '')))),
  );
