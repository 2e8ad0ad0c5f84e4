import { createPlaces } from '../replying/place.ts';
import type { Answer } from './answer.ts';
import { type AskedReport, refOf, viewOf } from './answering/report-view.ts';
import { sectionLines } from './answering/section-lines.ts';
import { shownWords } from './clauses.ts';

/** What the section that begins at an offset says, as when asked by its number; null when none begins there. */
export const answerSection = (report: AskedReport, start: number): Answer | null => {
  const section = viewOf(report).all.find((candidate) => candidate.start === start);
  if (section === undefined) return null;
  const { result, text } = report;
  const placeOf = createPlaces({ text, outline: result.outline, title: result.title });
  return {
    kind: 'section',
    sections: [refOf(section)],
    lines: sectionLines(report, section).map((line) => ({
      ...line,
      text: shownWords(line.text),
      place: placeOf(line.start),
    })),
    figures: result.summary.sections
      .flatMap((digest) => digest.figures)
      .filter((figure) => figure.start >= section.start && figure.end <= section.end),
  };
};
