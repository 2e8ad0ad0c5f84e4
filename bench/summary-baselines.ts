import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Span } from '../core/span.ts';

/** Picks sentences of a text up to a share of its length; the peers a summary is measured against. */
export type Baseline = (sentences: readonly Sentence[], characters: number) => Span[];

export interface Sentence extends Span {
  readonly words: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
}

const jieba = Jieba.withDict(dict);
const damping = 0.85;

export const sentencesFor = (text: string): Sentence[] => {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const found of text.matchAll(/[^。！？\n]*[。！？\n]|[^。！？\n]+$/gu)) {
    start = found.index;
    const words = jieba.cut(found[0].trim(), true).filter((word) => /[\p{Script=Han}\p{L}\d]{2,}/u.test(word));
    if (words.length === 0) continue;
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    sentences.push({ start, end: start + found[0].length, words: new Set(words), counts });
  }
  return sentences;
};

const pick = (sentences: readonly Sentence[], scores: readonly number[], characters: number): Span[] => {
  const chosen: Span[] = [];
  let length = 0;
  for (const { sentence } of sentences
    .map((sentence, index) => ({ sentence, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score)) {
    if (length + sentence.end - sentence.start > characters) continue;
    chosen.push(sentence);
    length += sentence.end - sentence.start;
  }
  return chosen;
};

const ranked = (sentences: readonly Sentence[], likeness: (a: Sentence, b: Sentence) => number): number[] => {
  const weights = sentences.map((a) => sentences.map((b) => (a === b ? 0 : likeness(a, b))));
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let scores = sentences.map(() => 1);
  for (let round = 0; round < 30; round += 1) {
    scores = sentences.map(
      (_, to) =>
        1 -
        damping +
        damping *
          sentences.reduce((sum, __, from) => {
            const weight = weights[from]?.[to] ?? 0;
            return weight === 0 ? sum : sum + (weight / (sums[from] ?? 1)) * (scores[from] ?? 0);
          }, 0),
    );
  }
  return scores;
};

export const lead: Baseline = (sentences, characters) =>
  pick(
    sentences,
    sentences.map((_, index) => -index),
    characters,
  );

/** Mihalcea and Tarau 2004: shared words over the logarithms of both lengths. */
export const textRank: Baseline = (sentences, characters) =>
  pick(
    sentences,
    ranked(sentences, (a, b) => {
      let shared = 0;
      for (const word of a.words) if (b.words.has(word)) shared += 1;
      const size = Math.log(a.words.size + 1) + Math.log(b.words.size + 1);
      return size === 0 ? 0 : shared / size;
    }),
    characters,
  );

/** Erkan and Radev 2004: cosine of TF-IDF vectors, edges from 0.1. */
export const lexRank: Baseline = (sentences, characters) => {
  const documents = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) documents.set(word, (documents.get(word) ?? 0) + 1);
  const idf = (word: string) => Math.log(sentences.length / (documents.get(word) ?? 1)) + 1;
  const norms = new Map(
    sentences.map((sentence) => [
      sentence,
      Math.sqrt([...sentence.counts].reduce((sum, [word, count]) => sum + (count * idf(word)) ** 2, 0)),
    ]),
  );
  const cosine = (a: Sentence, b: Sentence) => {
    let product = 0;
    for (const [word, count] of a.counts) product += count * (b.counts.get(word) ?? 0) * idf(word) ** 2;
    return product / ((norms.get(a) ?? 1) * (norms.get(b) ?? 1));
  };
  return pick(
    sentences,
    ranked(sentences, (a, b) => {
      const value = cosine(a, b);
      return value >= 0.1 ? value : 0;
    }),
    characters,
  );
};
