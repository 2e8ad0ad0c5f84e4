import { needed, only, signIn } from '../../core/phrase-table.ts';
import { boundary, isHan, signOf, type TrigramTable } from '../../core/trigram-table.ts';
import type { Confusables } from './confusables.ts';
import { Likelihood } from './likelihood.ts';

/** A place where another wording is far likelier than what is written. */
export interface Slip {
  readonly kind: 'change' | 'unlike' | 'word' | 'swap' | 'omission' | 'addition';
  readonly start: number;
  readonly end: number;
  /** What was probably meant at start..end. */
  readonly right: string;
  /** How much likelier it is, in bits. */
  readonly gain: number;
  /** Whether what was meant makes a very frequent pair with a neighbour, as the characters of a common word do. */
  readonly usual: boolean;
}

/** Words by the words that sound the same. */
export type Homophones = ReadonlyMap<string, readonly string[]>;

/** A single slip spoils three three-character windows in a row or four; rare company makes the run longer, up to here. */
const longestRun = 12;
const spoilt = 4;
/** A wrong character that does not lie in every window of its run must be so much likelier, in bits, to count as much. */
const besides = 4;
/** A wrong character spoils two windows and more. */
const shortestRun = 2;
/** What is written must be at least so unlikely, in bits, for something else to be much likelier. */
const leastForWrong = 13;
/** What neither sounds nor looks like the right character must be so much unlikelier, in bits, to count as much. */
const unlike = 6;
/** Pairs seen so often are words, or as good as words. */
const frequentPair = 600;
/** How far around a stretch the best slip for it depends on the text, and how many stretches are remembered. */
const reach = { before: 3, behind: 6 };
const manyRemembered = 20_000;

export class SlipFinder {
  readonly #table: TrigramTable;
  readonly #likelihood: Likelihood;
  readonly #confusables: ReadonlyMap<number, readonly number[]>;
  readonly #homophones: Homophones;
  /** Places count from the start of the stretch. Names and terms come again and again, in a text and in the next one. */
  readonly #remembered = new Map<string, Slip | null>();

  constructor(table: TrigramTable, confusables: Confusables, homophones: Homophones) {
    this.#table = table;
    this.#likelihood = new Likelihood(table);
    this.#homophones = homophones;
    this.#confusables = new Map(
      [...confusables].map(([character, others]) => [codeOf(character), Array.from(others, codeOf)] as const),
    );
  }

  /** The likeliest slip of every short stretch of unheard-of characters. */
  *find(text: string, signs: Uint16Array): Iterable<Slip> {
    for (let first = 0; first + 2 < signs.length; first += 1) {
      if (!this.#unseen(signs, first)) continue;
      let last = first;
      while (this.#unseen(signs, last + 1)) last += 1;
      const best = last - first < longestRun ? this.#bestKnown(text, signs, first, last) : null;
      if (best !== null) yield { ...best, start: first + best.start, end: first + best.end };
      first = last;
    }
  }

  #bestKnown(text: string, signs: Uint16Array, first: number, last: number): Slip | null {
    const from = Math.max(0, first - reach.before);
    const key = `${first - from}${last - first}${text.slice(from, last + reach.behind)}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const best = this.#best(text, signs, first, last);
    const relative = best === null ? null : { ...best, start: best.start - first, end: best.end - first };
    if (this.#remembered.size >= manyRemembered) this.#remembered.clear();
    this.#remembered.set(key, relative);
    return relative;
  }

  #unseen(signs: Uint16Array, at: number): boolean {
    const [a, b, c] = [signs[at] ?? 0, signs[at + 1] ?? 0, signs[at + 2] ?? 0];
    return isHan(b) && c !== 0 && (isHan(a) || isHan(c)) && this.#table.count(a, b, c) === 0;
  }

  /**
   * Every window of a short run holds the slip: it lies between the start of the last and the end of the first. A wrong
   * character may lie elsewhere in it, where what surrounds it is rare for itself.
   */
  #best(text: string, signs: Uint16Array, first: number, last: number): Slip | null {
    let best: Slip | null = null;
    const consider = (slip: Slip | null): void => {
      if (slip !== null && slip.gain > (best?.gain ?? 0)) best = slip;
    };
    const long = last - first + 1 >= shortestRun;
    for (let at = first; long && at <= last + 2; at += 1) {
      if ((at >= last && at <= first + 2) || !isHan(signs[at] ?? 0)) continue;
      const slip = this.#changed(signs, at);
      if (slip !== null) consider({ ...slip, gain: slip.gain - besides });
    }
    for (let at = first + 1; at <= last + 2; at += 1) {
      consider(this.#lacking(text, signs, at));
      if (long && at > first && at <= last + 1 && isHan(signs[at] ?? 0)) consider(this.#unlike(signs, at));
    }
    if (last - first + 1 > spoilt) return best;
    for (let at = last; at <= first + 2; at += 1) {
      if (!isHan(signs[at] ?? 0)) continue;
      if (long) consider(this.#changed(signs, at));
      if (signs[at] === signs[at - 1]) consider(this.#instead('addition', signs, at, at + 1, ''));
      if (signs[at] === signs[at - 2] && signs[at + 1] === signs[at - 1]) {
        consider(this.#instead('addition', signs, at, at + 2, ''));
      }
    }
    for (let at = Math.max(0, last - 1); long && at <= first + 2; at += 1) {
      if (!isHan(signs[at] ?? 0) || !isHan(signs[at + 1] ?? 0)) continue;
      const pair = text.slice(at, at + 2);
      consider(this.#instead('swap', signs, at, at + 2, `${pair[1]}${pair[0]}`));
      for (const word of this.#homophones.get(pair) ?? []) consider(this.#instead('word', signs, at, at + 2, word));
    }
    return best;
  }

  /** The best of the look-alikes and sound-alikes for one character. */
  #changed(signs: Uint16Array, at: number): Slip | null {
    const likelihood = this.#likelihood;
    const [b, c, d, e] = [signAt(signs, at - 2), signAt(signs, at - 1), signAt(signs, at + 1), signAt(signs, at + 2)];
    const given = (sign: number) =>
      likelihood.following(b, c, sign) + likelihood.following(c, sign, d) + likelihood.following(sign, d, e);
    const written = given(signs[at] ?? 0);
    if (written > -leastForWrong) return null;
    let [chosen, highest] = [0, Number.NEGATIVE_INFINITY];
    for (const sign of this.#confusables.get(signs[at] ?? 0) ?? []) {
      if (!this.#together(c, sign) || !this.#together(sign, d)) continue;
      const bits = given(sign);
      if (bits > highest) [chosen, highest] = [sign, bits];
    }
    if (chosen === 0) return null;
    const usual = this.#frequent(c, chosen) || this.#frequent(chosen, d);
    return {
      kind: 'change',
      start: at,
      end: at + 1,
      right: String.fromCharCode(chosen),
      gain: highest - written,
      usual,
    };
  }

  /** A character that phrases have at a place where the text has another one. */
  #unlike(signs: Uint16Array, at: number): Slip | null {
    const right = this.#filling(signs, at, at + 1, only);
    const written = signAt(signs, at);
    if (right === 0 || right === written) return null;
    const given = (sign: number) =>
      this.#likelihood.of([
        signAt(signs, at - 2),
        signAt(signs, at - 1),
        sign,
        signAt(signs, at + 1),
        signAt(signs, at + 2),
      ]);
    const gain = given(right) - given(written) - unlike;
    return { kind: 'unlike', start: at, end: at + 1, right: String.fromCharCode(right), gain, usual: true };
  }

  /** A character that phrases have between a place and the one before it. */
  #lacking(text: string, signs: Uint16Array, at: number): Slip | null {
    const lost = this.#filling(signs, at, at, needed);
    if (lost === 0) return null;
    const near = [at - 3, at - 2, at - 1, at, at + 1, at + 2].map((place) => signAt(signs, place));
    const gain = this.#likelihood.of([...near.slice(0, 3), lost, ...near.slice(3)]) - this.#likelihood.of(near);
    const right = `${text[at - 1] ?? ''}${String.fromCharCode(lost)}${text[at] ?? ''}`;
    return { kind: 'omission', start: at - 1, end: at + 1, right, gain, usual: false };
  }

  /** What phrases have in the hole from one place up to another, by four of the signs around it; 0 where they differ. */
  #filling(signs: Uint16Array, from: number, to: number, sort: number): number {
    const { phrases } = this.#table;
    const [b, c, d, e] = [signAt(signs, from - 2), signAt(signs, from - 1), signAt(signs, to), signAt(signs, to + 1)];
    const middle = phrases.filling(b, c, d, e, 2);
    if ((middle & sort) !== 0) return signIn(middle);
    const early = phrases.filling(c, d, e, signAt(signs, to + 2), 1);
    if ((early & sort) !== 0) return signIn(early);
    const late = phrases.filling(signAt(signs, from - 3), b, c, d, 3);
    return (late & sort) === 0 ? 0 : signIn(late);
  }

  #instead(kind: Slip['kind'], signs: Uint16Array, start: number, end: number, right: string): Slip | null {
    const meant = [signAt(signs, start - 2), signAt(signs, start - 1)];
    for (let at = 0; at < right.length; at += 1) meant.push(signOf(right.charCodeAt(at)));
    meant.push(signAt(signs, end), signAt(signs, end + 1));
    for (let at = 2; at < meant.length - 1; at += 1)
      if (!this.#together(meant[at - 1] ?? 0, meant[at] ?? 0)) return null;
    const written: number[] = [];
    for (let at = start - 2; at < end + 2; at += 1) written.push(signAt(signs, at));
    const gain = this.#likelihood.of(meant) - this.#likelihood.of(written);
    return { kind, start, end, right, gain, usual: false };
  }

  #frequent(left: number, right: number): boolean {
    return isHan(left) && isHan(right) && this.#table.pair(left, right) >= frequentPair;
  }

  /** Both were seen side by side. */
  #together(left: number, right: number): boolean {
    return (!isHan(left) && !isHan(right)) || this.#table.pair(left, right) > 0;
  }
}

const codeOf = (character: string): number => character.charCodeAt(0);

/** Texts begin and end like paragraphs. */
const signAt = (signs: Uint16Array, at: number): number => signs[at] ?? boundary;
