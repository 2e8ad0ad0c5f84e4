import { boundary, isHan, signOf, type TrigramTable } from '../../core/trigram-table.ts';

/** The signs of a text, place by place. */
export const signsOf = (text: string): Uint16Array => {
  const signs = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) signs[at] = signOf(text.charCodeAt(at));
  return signs;
};

/** log2 of what is left for a sign never seen there. */
const unheardOf = -22;
const backingOff = Math.log2(0.4);

/** How likely signs are to follow one another, in bits. */
export class Likelihood {
  readonly #table: TrigramTable;
  readonly #total: number;

  constructor(table: TrigramTable) {
    this.#table = table;
    this.#total = Math.max(1, table.single(boundary)) * 8;
  }

  /** log2 of the share of `third` among what follows the two before it. */
  following(first: number, second: number, third: number): number {
    const table = this.#table;
    if (!isHan(second)) {
      if (!isHan(third)) return 0;
      const together = table.pair(second, third);
      return together === 0 ? this.#alone(third) : Math.log2(together / Math.max(together, table.single(second)));
    }
    const seen = isHan(first) || isHan(third) ? table.count(first, second, third) : 0;
    if (seen > 0) return Math.log2(seen / Math.max(seen, table.pair(first, second)));
    const together = table.pair(second, third);
    if (together === 0) return this.#alone(third);
    return backingOff + Math.log2(together / Math.max(together, table.single(second)));
  }

  /** Of the signs from the third on, each given the two before it. */
  of(signs: ArrayLike<number>): number {
    let bits = 0;
    for (let at = 2; at < signs.length; at += 1) {
      bits += this.following(signs[at - 2] ?? boundary, signs[at - 1] ?? boundary, signs[at] ?? boundary);
    }
    return bits;
  }

  #alone(sign: number): number {
    const seen = this.#table.single(sign);
    return seen === 0 ? unheardOf : Math.max(unheardOf, 2 * backingOff + Math.log2(seen / this.#total));
  }
}
