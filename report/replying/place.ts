import type { OutlineEntry } from '../../core/report-result.ts';

export interface PlaceSource {
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly title: string | null;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const LAST_LINE_LENGTH = 24;
const TITLE_LENGTH = 8;

/**
 * Names places of a text as people count them: 标题, 开头, 一、第1段, 五、标题, 五、一是, 二、（二）第2段, 末行.
 * Paragraphs are counted within the innermost section, its heading left out.
 */
export const createPlaces = (source: PlaceSource): ((offset: number) => string) => {
  const lines = linesOf(source.text);
  const headings = new Set(
    source.outline
      .filter((entry) => entry.mode === 'block')
      .map((entry) => lineAt(lines, entry.start))
      .filter((index) => index >= 0),
  );
  const titleLine = source.title === null ? -1 : lineAt(lines, source.text.indexOf(source.title));
  const bodyLines = (from: number, to: number): number => {
    let count = 0;
    for (let index = from; index <= to; index += 1) if (!headings.has(index) && index !== titleLine) count += 1;
    return count;
  };
  const firstHeading = Math.min(...source.outline.map((entry) => entry.start));

  return (offset) => {
    const index = lineAt(lines, offset);
    const line = lines[index];
    if (line === undefined) return '全文';
    if (index === titleLine) return '标题';
    const chain = chainAt(offset) ?? chainBefore(offset);
    if (isLastLine(line, index) && !headings.has(index)) return '末行';
    const section = chain.findLast((entry) => entry.mode !== 'inline');
    if (section === undefined) return outside(offset, index);
    const path = chain.map(labelOf).join('');
    if (chain.at(-1)?.mode === 'inline') return path;
    const heading = lineAt(lines, section.start);
    if (section.mode === 'block' && index === heading) return `${path}标题`;
    // 一是 heads a single paragraph: its name says enough.
    if (section.mode === 'run-in' && section.number?.endsWith('是') === true && index === heading) return path;
    return `${path}第${Math.max(1, bodyLines(heading, index))}段`;
  };

  /** The sections a place stands in, outermost first; null in none. */
  function chainAt(offset: number): OutlineEntry[] | null {
    const chain = source.outline
      .filter((entry) => entry.start <= offset && (offset < entry.end || offset === entry.start))
      .sort((a, b) => a.level - b.level || a.start - b.start);
    return chain.length > 0 ? chain : null;
  }

  /** What stands between two sections, such as a leftover at a paragraph's end, counts with the one before. */
  function chainBefore(offset: number): OutlineEntry[] {
    if (!source.outline.some((entry) => entry.start > offset)) return [];
    const ended = Math.max(-1, ...source.outline.map((entry) => entry.end).filter((end) => end <= offset));
    return (ended > 0 && chainAt(ended - 1)) || [];
  }

  /** A name, a date or a leftover under the text; a short last paragraph that ends a sentence is a paragraph. */
  function isLastLine(line: Line, index: number): boolean {
    const words = source.text.slice(line.start, line.end).trim();
    return (
      index === lines.length - 1 && lines.length > 1 && words.length <= LAST_LINE_LENGTH && !/[。！？；]$/u.test(words)
    );
  }

  function outside(offset: number, index: number): string {
    if (source.outline.length === 0) return `第${bodyLines(0, index)}段`;
    if (offset >= firstHeading) return '结尾';
    const opening = bodyLines(0, lineAt(lines, firstHeading) - 1);
    return opening > 1 ? `开头第${bodyLines(0, index)}段` : '开头';
  }
};

const labelOf = (entry: OutlineEntry): string => {
  if (entry.number !== null && entry.number !== '') return entry.number.trim();
  return `“${entry.title.length > TITLE_LENGTH ? `${entry.title.slice(0, TITLE_LENGTH)}…` : entry.title}”`;
};

const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
};

/** The line an offset stands in; between two lines it is the later one. -1 outside the text. */
const lineAt = (lines: readonly Line[], offset: number): number =>
  offset < 0 ? -1 : lines.findIndex((line) => offset <= line.end);
