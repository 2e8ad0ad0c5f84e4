import { headingNumberAt } from './heading-number.ts';
import type { Line } from './lines.ts';

const contentsTitle = /^目[\s\u3000]*[录次]$/u;
const pageReference = /(?:[.．…·]{3,}|\t)[\s\u3000]*\d{1,4}$/u;

const longestOutline = 40;

/** How many numbered lines at the very beginning are an outline set over the title: most of them stand again below. */
const leadingOutline = (lines: readonly Line[]): number => {
  const other = lines
    .slice(0, longestOutline)
    .findIndex((line) => line.text.length > 50 || headingNumberAt(line.text, 0) === null);
  if (other < 3) return 0;
  const below = lines.slice(other).map(plainWords);
  const again = lines.slice(0, other).filter((line) => below.some((words) => words.startsWith(plainWords(line))));
  return again.length * 2 > other ? other : 0;
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
