import type { Block, ReportDocument } from '../../core/report-document.ts';
import { boldPassage } from './bold.ts';

/** One paragraph without what stands around its words: indents, download-site markers, Markdown signs. */
export interface Line {
  /** The words themselves: `document.text.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly block: Block;
  /** Characters of white space before the words, an ideographic space counting two. */
  readonly indent: number;
  /** Level of a Markdown heading (# is 1), or null. */
  readonly markdownLevel: number | null;
  /** Set in bold as a whole, by style or by Markdown. */
  readonly bold: boolean;
}

const space = /[\s\u3000\u00a0\u200b\ufeff]/u;
const marker = /##[^#\n]{1,24}##/y;
const bracketedBeforeNumber =
  /【[^】\n]{2,30}】(?=[\s\u3000]*(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]|\d{1,2}[.．、]))/uy;
const markdownHeading = /(#{1,6})[ \t\u3000]+/y;
const quoteSign = />[ \t]?/y;
const boldSign = /\*\*(?=[一二三四五六七八九十（(第\d])/y;
const boldPair = new RegExp(boldPassage.source, 'uy');
/** A bullet or a picture set before a number or a short line. */
const ornament =
  /(?:[\p{So}•·※➤►▶◆◇★☆●○■□▲△✓✔]\ufe0f?[\s\u3000]*){1,3}(?=[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,2}(?:部分|[章篇])|[\p{Script=Han}“][^\n。；，：]{3,24}(?![^\n]))/uy;

/** Paragraphs of the running text in order; table rows, notes and marker-only lines left out. */
export const readLines = (document: ReportDocument): Line[] => {
  const lines: Line[] = [];
  let frontMatter = false;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.part === 'footnote' || block.part === 'endnote') continue;
    const raw = document.text.slice(block.start, block.end);
    if (/^-{3,}\s*$/.test(raw)) {
      frontMatter = lines.length === 0 && !frontMatter;
      continue;
    }
    if (frontMatter) continue;
    const line = toLine(document.text, block);
    if (line.text !== '') lines.push(line);
  }
  return lines;
};

const toLine = (text: string, block: Block): Line => {
  let start = block.start;
  let end = block.end;
  let indent = 0;
  let markdownLevel: number | null = null;
  let opensBold = false;
  for (;;) {
    const character = text[start];
    if (start >= end || character === undefined) break;
    if (space.test(character)) {
      indent += character === '\u3000' ? 2 : 1;
      start += 1;
      continue;
    }
    const sign = signAt(text, start, end);
    if (sign === null) break;
    if (sign.markdownLevel !== undefined) markdownLevel = sign.markdownLevel;
    if (sign.bold) opensBold = true;
    start = sign.end;
  }
  while (end > start && space.test(text[end - 1] ?? '')) end -= 1;
  const closesBold = opensBold && text.slice(end - 2, end) === '**';
  if (closesBold) end -= 2;
  return {
    text: text.slice(start, Math.max(start, end)),
    start,
    end: Math.max(start, end),
    block,
    indent,
    markdownLevel,
    bold: closesBold || block.style?.bold === true,
  };
};

const signAt = (
  text: string,
  at: number,
  end: number,
): { end: number; markdownLevel?: number; bold?: boolean } | null => {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found !== null && found.index + found[0].length <= end ? found : null;
  };
  const found = match(marker) ?? match(bracketedBeforeNumber) ?? match(quoteSign);
  if (found) return { end: at + found[0].length };
  const heading = match(markdownHeading);
  if (heading) return { end: at + heading[0].length, markdownLevel: heading[1]?.length ?? 1 };
  const mark = match(ornament);
  if (mark) return { end: at + mark[0].length };
  return (match(boldSign) ?? match(boldPair)) ? { end: at + 2, bold: true } : null;
};

/** A bold sign whose other half stands elsewhere: at either end, or right behind a mark. */
const strayBold =
  /^\*\*(?=[一二三四五六七八九十（(第\d“])|(?<=[。；;：:！!？?”）])\*\*(?![*省市县区镇乡村局厅])|(?<!\*)\*\*(?=[。；;，,：:、！!]*$)/gu;

/** Words free of download-site markers, advertisements in brackets, Markdown signs and line breaks. */
export const cleanWords = (words: string): string =>
  words
    .replace(/##[^#\n]{1,24}##/gu, '')
    .replace(/【[^】\n]{0,40}(?:文库|素材|更多|下载|公众号|关注|www|http)[^】\n]{0,40}】/gu, '')
    .replace(boldPassage, '$1')
    .replace(strayBold, '')
    .replace(/[\s\u3000\u200b]*\n[\s\u3000\u200b]*/gu, '')
    .replace(/^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/gu, '');
