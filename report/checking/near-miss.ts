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
  readonly #right: ReadonlySet<string>;

  constructor(formulas: readonly Formula[], confusables: Confusables) {
    const compiled = formulas.map(compile);
    this.#confusables = confusables;
    this.#right = new Set(compiled.map(({ text }) => text));
    this.#scanner = new Scanner(compiled.flatMap(halves));
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
    const from = first ? at : at + length - whole.length;
    if (text.startsWith(whole, from)) return null;
    const reach = first
      ? this.#slip(whole, text, length, at + length, 1)
      : this.#slip(whole, text, whole.length - length - 1, at - 1, -1);
    if (reach === null) return null;
    const start = first ? at : at - reach;
    const end = first ? at + length + reach : at + length;
    const words = text.slice(start, end);
    if (this.#right.has(words) || border.test(words) || allowed.some((right) => standsAt(text, right, start, end)))
      return null;
    return standsAt(text, whole, start, end)
      ? null
      : { formula, start: folded.at[start] ?? 0, end: (folded.at[end - 1] ?? 0) + 1 };
  }

  /**
   * Compares the rest of a formula with what is written, from the known half outwards (step 1 or -1). Tells how many
   * characters stand for the rest with exactly one slip, or null.
   */
  #slip(whole: string, text: string, inFormula: number, inText: number, step: 1 | -1): number | null {
    const left = step === 1 ? whole.length - inFormula : inFormula + 1;
    let at = 0;
    while (at < left && whole[inFormula + at * step] === text[inText + at * step]) at += 1;
    const right = whole[inFormula + at * step];
    const written = text[inText + at * step];
    const long = whole.length >= longEnough;
    if (at === left || right === undefined || written === undefined || (long && glue.has(right))) return null;
    const alike = this.#confusables.get(right)?.has(written) === true;
    if (at === left - 1) return alike ? left : null;
    if (!alike && !long) return null;
    const same = (formulaFrom: number, textFrom: number): boolean => {
      for (let next = 0; formulaFrom + next < left; next += 1) {
        if (whole[inFormula + (formulaFrom + next) * step] !== text[inText + (textFrom + next) * step]) return false;
      }
      return true;
    };
    if (same(at + 1, at + 1)) return alike || !glue.has(written) ? left : null;
    if (!long) return null;
    if (same(at + 1, at)) return left - 1;
    if (!glue.has(written) && same(at, at + 1)) return left + 1;
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

/** Whether a wording stands somewhere across the given stretch. */
const standsAt = (text: string, wording: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - wording.length + 1);
  const found = text.slice(from, end + wording.length - 1).indexOf(wording);
  return found >= 0;
};
