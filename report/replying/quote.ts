import type { Span } from '../../core/span.ts';

const SHORT = 8;
const LONG = 36;
const CONTEXT = 6;
const BREAK = /[\s，。；：、！？（）“”《》,;:!?()]/u;

/** The words of a span as they are shown: short ones with a little of what stands around them, long ones shortened. */
export const quoteOf = (text: string, span: Span): string | null => {
  const words = text.slice(span.start, span.end);
  if (words.trim() === '') return null;
  if (words.length >= SHORT || words.includes('\n')) return shorten(words.replace(/\s+/gu, ' ').trim(), LONG);
  const left = walk(text, span.start - 1, -1);
  const right = walk(text, span.end, 1);
  return `${left.cut ? '…' : ''}${text.slice(span.start - left.length, span.end + right.length)}${right.cut ? '…' : ''}`;
};

/** At most `length` characters, the middle replaced by an ellipsis. */
export const shorten = (words: string, length: number): string => {
  const characters = [...words];
  if (characters.length <= length) return words;
  const head = Math.ceil((length - 1) * 0.65);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (length - 1 - head)).join('')}`;
};

const walk = (text: string, from: number, step: 1 | -1): { length: number; cut: boolean } => {
  for (let length = 0; length < CONTEXT; length += 1) {
    const character = text[from + length * step];
    if (character === undefined || BREAK.test(character)) return { length, cut: false };
  }
  const next = text[from + CONTEXT * step];
  return { length: CONTEXT, cut: next !== undefined && !BREAK.test(next) };
};
