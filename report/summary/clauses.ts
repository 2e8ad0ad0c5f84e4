import type { Span } from '../../core/span.ts';
import { cleanWords } from '../structure/lines.ts';

/** A clause or sentence with its place; `text` is `source.slice(start, end)`. */
export interface Piece extends Span {
  readonly text: string;
}

const split = (source: string, span: Span, stops: RegExp): Piece[] => {
  const pieces: Piece[] = [];
  let start = span.start;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /[\s\u3000]/u.test(source[from] ?? '')) from += 1;
    while (to > from && /[\s\u3000]/u.test(source[to - 1] ?? '')) to -= 1;
    while (isStrayBold(source, from, to)) from += 2;
    if (to > from) pieces.push({ start: from, end: to, text: source.slice(from, to) });
  };
  for (let at = span.start; at < span.end; at += 1) {
    if (!stops.test(source[at] ?? '')) continue;
    push(at);
    start = at + 1;
  }
  push(span.end);
  return pieces;
};

/** A Markdown sign of a heading that ended right before: **（一）水利工作。**修复堤坝. A masked place (**市) is none. */
const isStrayBold = (source: string, at: number, end: number): boolean =>
  at + 2 < end &&
  source.startsWith('**', at) &&
  /[。；;：:！!？?”）\n]/u.test(source[at - 1] ?? '\n') &&
  !/[*省市县区镇乡村局厅]/u.test(source[at + 2] ?? '');

/** Sentences without their full stops; a line break ends one too. */
export const sentencesOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n]/u);

/** Clauses between any stops but 、. */
export const clausesOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n，,；;：:]/u);

/** List items: what stands between semicolons and full stops. */
export const itemsOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n；;]/u);

/** Words as they are shown: cleaned, without a sign of bold type whose other half stands elsewhere. */
export const shownWords = (words: string): string =>
  cleanWords(words).replace(/(?<=^|[，,、])\*\*(?![*省市县区镇乡村局厅])/gu, '');
