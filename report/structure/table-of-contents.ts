import { headingNumberAt } from './heading-number.ts';
import type { Line } from './lines.ts';

const contentsTitle = /^目[\s\u3000]*[录次]$/u;
const pageReference = /(?:[.．…·]{3,}|\t)[\s\u3000]*\d{1,4}$/u;

/** Leaves out a table of contents: its lines repeat the headings and would double the outline. */
export const withoutContents = (lines: readonly Line[]): Line[] => {
  const kept: Line[] = [];
  let inContents = false;
  let paged = false;
  const listed = new Set<string>();
  for (const line of lines) {
    if (/^(?:toc|目录)/iu.test(line.block.style?.name ?? '') || pageReference.test(line.text)) {
      paged = true;
      continue;
    }
    if (contentsTitle.test(line.text)) {
      inContents = true;
      continue;
    }
    if (inContents) {
      const words = line.text.replace(/[\s\u3000]/gu, '');
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
