import type { Span } from '../../../core/span.ts';
import { sentencesOf } from '../clauses.ts';
import type { AskedReport, ViewedSection } from './report-view.ts';

type Words = Span & { readonly text: string };

const longestLine = 90;
const mostLines = 8;

/** What a section says, in its own words: its lower headings and the actions, problems or plans the summary kept. */
export const sectionLines = ({ result, text }: AskedReport, section: ViewedSection): Words[] => {
  const within = (span: Span) => span.start >= section.start && span.end <= section.end;
  const bodyStart = headingEnd(text, section);
  const points = result.summary.sections
    .flatMap((digest) => digest.points)
    .filter((point) => within(point) && point.start >= bodyStart)
    .map(({ text: words, start, end }) => ({ text: words, start, end }));
  if (points.length >= 2) return points.slice(0, mostLines);
  const sentences = sentencesOf(text, { start: bodyStart, end: section.end }).filter(
    (sentence) => sentence.text.length >= 6,
  );
  const lines = sentences.slice(0, 3).map((sentence): Words => shortened(sentence));
  return lines.length > 0 ? lines : points;
};

/** The heading itself says nothing about its section; a heading that is all there is stays. */
const headingEnd = (text: string, section: ViewedSection): number => {
  const words = text.slice(section.start, section.end);
  const stop = section.mode === 'block' ? words.indexOf('\n') : words.search(/[。；，：]/u);
  return stop < 0 || stop >= words.length - 1 ? section.start : section.start + stop + 1;
};

const shortened = (words: Words): Words => {
  if (words.text.length <= longestLine) return { ...words };
  const cut = words.text.slice(0, longestLine).lastIndexOf('，');
  const length = cut >= 20 ? cut : longestLine;
  return { text: words.text.slice(0, length), start: words.start, end: words.start + length };
};
