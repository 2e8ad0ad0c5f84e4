import type { HeadingMark } from './heading-mark.ts';
import { cleanWords, type Line } from './lines.ts';

const lead =
  /^(?:在|从)?([^，。；：:、！!？?\s]{0,14}(?:方面|情况|之处|不足|问题|差距|打算|方向|措施|体会|成绩|成效|做法|收获))[。：:](?=[^\n]{12})/u;

/**
 * Paragraphs that begin with what they are about instead of a number (思想方面。…, 存在的不足：…): headings where at least
 * two of them stand in a text without numbers.
 */
export const runInHeadings = (
  lines: readonly Line[],
  numbered: readonly HeadingMark[],
  others: readonly HeadingMark[],
): HeadingMark[] => {
  if (numbered.some((mark) => mark.mode !== 'inline')) return [];
  const taken = new Set(others.map((mark) => mark.start));
  const found = lines.flatMap((line): HeadingMark[] => {
    const match = lead.exec(line.text);
    if (match === null || taken.has(line.start) || line.block.part !== 'body') return [];
    return [
      {
        style: 'unnumbered',
        key: 'unnumbered',
        rank: others.length === 0 ? 3 : 3.5,
        mode: 'run-in',
        number: null,
        ordinal: null,
        title: cleanWords(match[1] ?? ''),
        start: line.start,
        end: line.start + match[0].length,
      },
    ];
  });
  return found.length >= 2 ? found : [];
};
