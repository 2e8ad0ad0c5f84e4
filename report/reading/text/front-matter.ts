import type { Block } from '../../../core/report-document.ts';
import type { TextLine } from './wrapped-lines.ts';

export interface FrontMatter {
  /** The title it names, at its place in the text. */
  readonly title: Block | null;
  /** The lines behind it. */
  readonly rest: readonly TextLine[];
}

const furthest = 60;

/** Splits off the YAML head (`---` … `---`) that converters and site generators put on top; it is no text of the report. */
export const frontMatter = (lines: readonly TextLine[]): FrontMatter => {
  const none = { title: null, rest: lines };
  if (lines[0]?.text.trimEnd() !== '---') return none;
  const end = lines.findIndex(({ text }, index) => index > 0 && index < furthest && /^(---|\.\.\.)\s*$/.test(text));
  if (end < 0) return none;
  const head = lines.slice(1, end);
  if (!head.every(({ text }) => /^(\s*[\w-]+\s*:|\s*-\s|\s*#|\s*$|\s{2,})/.test(text))) return none;
  return { title: titleOf(head), rest: lines.slice(end + 1) };
};

const titleOf = (head: readonly TextLine[]): Block | null => {
  for (const line of head) {
    const match = /^(title\s*:\s*["'“]?)(.*?)(["'”]?\s*)$/.exec(line.text);
    if (match === null || match[2] === undefined || match[2] === '') continue;
    const start = line.start + (match[1]?.length ?? 0);
    return {
      start,
      end: start + match[2].length,
      kind: 'paragraph',
      part: 'body',
      style: { outlineLevel: 0, bold: true, align: 'center' },
      source: 'native',
      confidence: 1,
    };
  }
  return null;
};
