import type { Span } from '../../core/span.ts';

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

/** Sentences without their full stops; a line break ends one too. */
export const sentencesOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n]/u);

/** Clauses between any stops but 、. */
export const clausesOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n，,；;：:]/u);

/** List items: what stands between semicolons and full stops. */
export const itemsOf = (source: string, span: Span): Piece[] => split(source, span, /[。！!？?\n；;]/u);
