import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Span } from '../../core/span.ts';

export interface Word extends Span {
  readonly text: string;
}

let segmenter: Jieba | undefined;

const loaded = (): Jieba => {
  segmenter ??= Jieba.withDict(dict);
  return segmenter;
};

/** The words of a stretch of text, by dictionary alone. */
export const wordsOf = (text: string, span: Span): readonly Word[] => {
  let start = span.start;
  return loaded()
    .cut(text.slice(span.start, span.end), false)
    .map((word) => {
      const found = { text: word, start, end: start + word.length };
      start = found.end;
      return found;
    });
};

/** Words with their part of speech (ns places, nr persons …). */
export const taggedWordsOf = (text: string, span: Span): readonly (Word & { readonly tag: string })[] => {
  let start = span.start;
  return loaded()
    .tag(text.slice(span.start, span.end), false)
    .map(({ word, tag }) => {
      const found = { text: word, tag, start, end: start + word.length };
      start = found.end;
      return found;
    });
};
