import type { Formula } from '../../core/wording.ts';
import type { Confusables } from './confusables.ts';
import { type Folded, fold } from './folding.ts';
import { Scanner } from './scanner.ts';

/** A stretch of text that is one slip away from a formula. */
export interface NearMiss {
  readonly formula: Formula;
  readonly start: number;
  readonly end: number;
}

interface Compiled {
  readonly formula: Formula;
  readonly text: string;
  readonly allowed: readonly string[];
}

/** Shorter formulas have too many right neighbours: in them only look-alikes and sound-alikes count as slips. */
const longEnough = 8;

/** One half of a formula; the other half is what may hold the slip. */
interface Half {
  readonly of: Compiled;
  readonly first: boolean;
  readonly length: number;
}

/**
 * Finds formulas with one character changed, missing or added. A slip leaves one half of the formula whole, so the
 * halves are searched for literally and only their surroundings are compared. At its very ends a formula runs into
 * other words: there only a character that sounds or looks alike counts as a slip.
 */
export class FormulaMatcher {
  readonly #scanner: Scanner<Half>;
  readonly #confusables: Confusables;

  constructor(formulas: readonly Formula[], confusables: Confusables) {
    this.#confusables = confusables;
    this.#scanner = new Scanner(formulas.map(compile).flatMap(halves));
  }

  find(folded: Folded): NearMiss[] {
    const found: NearMiss[] = [];
    this.#scanner.scan(folded.text, (half, at) => {
      const miss = this.#missAt(folded, half, at);
      if (miss !== null) found.push(miss);
    });
    return found;
  }

  #missAt(folded: Folded, { of: { text: whole, allowed, formula }, first, length }: Half, at: number): NearMiss | null {
    const { text } = folded;
    const rest = first ? whole.slice(length) : whole.slice(0, whole.length - length);
    const near = first
      ? text.slice(at + length, at + length + rest.length + 1)
      : text.slice(Math.max(0, at - rest.length - 1), at);
    const long = whole.length >= longEnough;
    const reach = first ? this.#slipAhead(rest, near, long) : this.#slipAhead(reversed(rest), reversed(near), long);
    if (reach === null) return null;
    const start = first ? at : at - reach;
    const end = first ? at + length + reach : at + length;
    if (border.test(text.slice(start, end)) || [whole, ...allowed].some((right) => standsAt(text, right, start, end)))
      return null;
    return { formula, start: folded.at[start] ?? 0, end: (folded.at[end - 1] ?? 0) + 1 };
  }

  /** How many characters of `near` stand for `wanted` with exactly one slip, or null. */
  #slipAhead(wanted: string, near: string, long: boolean): number | null {
    let at = 0;
    while (at < wanted.length && wanted[at] === near[at]) at += 1;
    const [right, written] = [wanted[at], near[at]];
    if (right === undefined || written === undefined || (long && glue.has(right))) return null;
    const alike = this.#confusables.get(right)?.has(written) === true;
    if (at === wanted.length - 1) return alike ? wanted.length : null;
    if (near.startsWith(wanted.slice(at + 1), at + 1))
      return alike || (long && !glue.has(written)) ? wanted.length : null;
    if (!long) return null;
    if (near.startsWith(wanted.slice(at + 1), at)) return wanted.length - 1;
    if (!glue.has(written) && near.startsWith(wanted.slice(at), at + 1)) return wanted.length + 1;
    return null;
  }
}

const compile = (formula: Formula): Compiled => ({
  formula,
  text: fold(formula.text).text,
  allowed: formula.allow.map((variant) => fold(variant).text),
});

const halves = (of: Compiled): [string, Half][] => {
  const middle = of.text.length >> 1;
  return [
    [of.text.slice(0, middle), { of, first: true, length: middle }],
    [of.text.slice(middle), { of, first: false, length: of.text.length - middle }],
  ];
};

/** Small words that writers set or leave out. */
const glue = new Set('的和与及之了在等并以对同得地');

const border = /[。！？；：（）《》\n\d]/;

const reversed = (text: string): string => [...text].reverse().join('');

/** Whether a wording stands somewhere across the given stretch. */
const standsAt = (text: string, wording: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - wording.length + 1);
  const found = text.slice(from, end + wording.length - 1).indexOf(wording);
  return found >= 0;
};
