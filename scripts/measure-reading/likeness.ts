import type { ReportDocument } from '../../core/report-document.ts';
import { align } from './alignment.ts';
import type { Count } from './count.ts';

/** What came back of a text, spaces and widths of signs left out of account. */
export interface Likeness {
  readonly letters: number;
  readonly errors: number;
  /** Paragraphs that are equal to the last character. */
  readonly paragraphs: Count;
  /** Places where one paragraph ends and the next begins, whatever signs were misread around them. */
  readonly borders: Count;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Offsets behind every paragraph but the last. */
const bordersOf = (paragraphs: readonly string[]): number[] => {
  let at = 0;
  return paragraphs.slice(0, -1).map(({ length }) => {
    at += length;
    return at;
  });
};

/** Compares a document with the text it was made from, one paragraph a line. */
export const likenessOf = (document: ReportDocument, text: string): Likeness => {
  const wanted = text
    .split(/\r\n?|\n/)
    .map(plain)
    .filter((line) => line !== '');
  const found = document.blocks.map(({ start, end }) => plain(document.text.slice(start, end)));
  const { errors, places } = align(wanted.join(''), found.join(''));
  const known = new Set(found);
  const borders = new Set(bordersOf(found));
  const right = bordersOf(wanted).filter((at) => {
    const { from, to } = places[at] ?? { from: 0, to: -1 };
    return [...borders].some((border) => border >= from && border <= to);
  });
  return {
    letters: wanted.join('').length,
    errors,
    paragraphs: {
      wanted: wanted.length,
      found: found.length,
      right: wanted.filter((line) => known.has(line)).length,
    },
    borders: { wanted: wanted.length - 1, found: found.length - 1, right: right.length },
  };
};
