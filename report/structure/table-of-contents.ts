import { headingNumberAt } from './heading-number.ts';
import type { Line } from './lines.ts';

const contentsTitle = /^目[\s\u3000]*[录次]$/u;
const pageReference = /(?:[.．…·]{3,}|\t)[\s\u3000]*\d{1,4}$/u;

const longestOutline = 40;

/** How many lines at the very beginning repeat headings that stand further down: an outline set over the title. */
const leadingOutline = (lines: readonly Line[]): number => {
  const first = lines[0];
  if (first === undefined || headingNumberAt(first.text, 0) === null) return 0;
  const repeats = (line: Line, index: number) =>
    index < longestOutline &&
    line.text.length <= 50 &&
    lines.slice(index + 1).some((later) => plainWords(later).startsWith(plainWords(line)));
  const count = lines.findIndex((line, index) => !repeats(line, index));
  return count >= 3 ? count : 0;
};

const plainWords = (line: Line): string => line.text.replace(/[\s\u3000]/gu, '');

/** Leaves out a table of contents: its lines repeat the headings and would double the outline. */
export const withoutContents = (lines: readonly Line[]): Line[] => {
  const kept: Line[] = [];
  const body = lines.slice(leadingOutline(lines));
  let inContents = false;
  let paged = false;
  const listed = new Set<string>();
  for (const line of body) {
    if (/^(?:toc|目录)/iu.test(line.block.style?.name ?? '') || pageReference.test(line.text)) {
      paged = true;
      continue;
    }
    if (contentsTitle.test(line.text)) {
      inContents = true;
      continue;
    }
    if (inContents) {
      const words = plainWords(line);
      const entry = !paged && line.text.length <= 50 && !/[。；！？]$/u.test(line.text) && !listed.has(words);
      if (entry && (headingNumberAt(line.text, 0) !== null || line.text.length <= 24)) {
        listed.add(words);
        continue;
      }
      inContents = false;
    }
    kept.push(line);
  }
  return kept;
};
