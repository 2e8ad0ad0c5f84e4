import type { Lookalikes } from './confusables.ts';

/**
 * What is left to compare once a part of a formula is known to stand in a text, read from that part outwards: to the
 * right (step 1) or to the left (step -1).
 */
export interface Rest {
  readonly formula: string;
  readonly inFormula: number;
  readonly text: string;
  readonly inText: number;
  readonly step: 1 | -1;
  /** Characters of the formula that are left. */
  readonly left: number;
}

/** Shorter formulas have too many right neighbours: in them only look-alikes and sound-alikes count as slips. */
const longEnough = 8;

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));

/** Small words that writers set or leave out. */
const glue = codesOf('的和与及之了在等并以对同得地');

/**
 * How many characters stand for the rest of the formula with exactly one slip, or null where there is none or more. At
 * its very end a formula runs into other words: there only a character that sounds or looks alike counts as a slip.
 */
export const departure = (rest: Rest, lookalikes: Lookalikes): number | null => {
  const { formula, left } = rest;
  let at = 0;
  while (at < left && formulaAt(rest, at) === textAt(rest, at)) at += 1;
  if (at === left) return null;
  const right = formulaAt(rest, at);
  const written = textAt(rest, at);
  const long = formula.length >= longEnough;
  if (Number.isNaN(written) || (long && glue.has(right))) return null;
  const alike = lookalikes.has(right, written);
  if (at === left - 1) return alike ? left : null;
  if (!alike && !long) return null;
  if (same(rest, at + 1, at + 1)) return alike || !glue.has(written) ? left : null;
  if (!long) return null;
  if (same(rest, at + 1, at)) return left - 1;
  return !glue.has(written) && same(rest, at, at + 1) ? left + 1 : null;
};

const formulaAt = ({ formula, inFormula, step }: Rest, offset: number): number =>
  formula.charCodeAt(inFormula + offset * step);

/** NaN beyond the text. */
const textAt = ({ text, inText, step }: Rest, offset: number): number => text.charCodeAt(inText + offset * step);

/** Whether the formula from one place on goes on like the text from another one on. */
const same = (rest: Rest, inFormula: number, inText: number): boolean => {
  for (let next = 0; inFormula + next < rest.left; next += 1) {
    if (formulaAt(rest, inFormula + next) !== textAt(rest, inText + next)) return false;
  }
  return true;
};
