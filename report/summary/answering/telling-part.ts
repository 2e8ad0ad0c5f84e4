import { clausesOf, itemsOf, sentencesOf } from '../clauses.ts';
import type { Words } from './found.ts';
import { bare, coverage, type Wanted } from './words.ts';

const longest = 110;
const shortest = 14;

/** The part of a sentence that tells what is wanted: its best item, clauses around it; a bare heading with what follows. */
export const tellingPart = (sentence: Words, wanted: Wanted, text: string): Words => {
  if (sentence.text.length <= shortest) return withNext(sentence, text);
  if (sentence.text.length <= longest) return sentence;
  const item = best(itemsOf(text, sentence), wanted) ?? sentence;
  if (item.text.length <= longest) return item;
  const clauses = clausesOf(text, item);
  const at = clauses.indexOf(best(clauses, wanted) ?? clauses[0] ?? item);
  let [first, last] = [at, at];
  const length = (from: number, to: number) => (clauses[to]?.end ?? 0) - (clauses[from]?.start ?? 0);
  while (last + 1 < clauses.length && length(first, last + 1) <= longest) last += 1;
  while (first > 0 && length(first - 1, last) <= longest) first -= 1;
  const start = clauses[first]?.start ?? item.start;
  const end = Math.min(clauses[last]?.end ?? item.end, start + 2 * longest);
  return { text: text.slice(start, end), start, end };
};

const best = (pieces: readonly Words[], wanted: Wanted): Words | undefined =>
  pieces.reduce<{ piece: Words; score: number } | undefined>((top, piece) => {
    const score = coverage(wanted, bare(piece.text));
    return top === undefined || score > top.score ? { piece, score } : top;
  }, undefined)?.piece;

/** 三【我的体会】 alone tells nothing. */
const withNext = (heading: Words, text: string): Words => {
  if (text[heading.end] !== '\n') return heading;
  const [next] = sentencesOf(text, { start: heading.end + 1, end: Math.min(text.length, heading.end + 200) });
  if (next === undefined) return heading;
  const end = Math.min(next.end, heading.end + longest);
  return { text: text.slice(heading.start, end).replace(/\n/gu, ' '), start: heading.start, end };
};
