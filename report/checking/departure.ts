import type { Lookalikes } from './confusables.ts';

/**
 * What is left to compare once a part of a formula is known to stand in a text, read from that part outwards: to the
 * right (step 1) or to the left (step -1).
 */
export interface Rest {
  readonly formula: string;
  readonly quoted: boolean;
  readonly inFormula: number;
  readonly text: string;
  readonly inText: number;
  readonly step: 1 | -1;
  /** Characters of the formula that are left. */
  readonly left: number;
}

/** What became of a formula: one character, two that changed places, or a word that is missing or another one. */
export type SlipKind = 'character' | 'swapped' | 'missing' | 'replaced';

export interface Departure {
  readonly kind: SlipKind;
  /** How many characters of the text stand for the rest of the formula. */
  readonly reach: number;
}

/** Shorter formulas have too many right neighbours: in them only look-alikes and sound-alikes count as slips. */
const longEnough = 8;
/** Catchwords in quotes have none. */
const longEnoughInQuotes = 6;
/** From this length on a whole word may be wrong. */
export const longForWords = 9;

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));

/** Small words that writers leave out of a formula, put into one, or choose instead of its own. */
const optional = codesOf('的和与及之了');
const added = codesOf('的和与及之了等');
const instead = codesOf('的和与及之了在等并以对同得地暨兼把到是为');

/**
 * The one slip that makes the rest of the formula what the text has, or null where there is none or more than one. At
 * its very end a formula runs into other words: there only a character that sounds or looks alike counts as a slip.
 */
export const departure = (rest: Rest, lookalikes: Lookalikes): Departure | null => {
  const { formula, quoted, left } = rest;
  let at = 0;
  while (at < left && formulaAt(rest, at) === textAt(rest, at)) at += 1;
  if (at === left) return null;
  const right = formulaAt(rest, at);
  const written = textAt(rest, at);
  if (Number.isNaN(written)) return null;
  if (areSwapped(rest, at)) return { kind: 'swapped', reach: left };
  const long = formula.length >= (quoted ? longEnoughInQuotes : longEnough);
  if (at === left - 1 || !long) {
    const alike = lookalikes.has(right, written) && !(long && optional.has(right));
    return alike && same(rest, at + 1, at + 1) ? ofCharacter(left) : null;
  }
  if (same(rest, at + 1, at + 1)) return optional.has(right) && instead.has(written) ? null : ofCharacter(left);
  if (same(rest, at + 1, at)) return optional.has(right) ? null : ofCharacter(left - 1);
  if (same(rest, at, at + 1)) return added.has(written) ? null : ofCharacter(left + 1);
  return formula.length < longForWords ? null : ofWord(rest, at);
};

const ofCharacter = (reach: number): Departure => ({ kind: 'character', reach });

/** Two characters that stand the other way round. */
const areSwapped = (rest: Rest, at: number): boolean =>
  at + 2 <= rest.left &&
  formulaAt(rest, at) === textAt(rest, at + 1) &&
  formulaAt(rest, at + 1) === textAt(rest, at) &&
  same(rest, at + 2, at + 2);

/** A word that is missing or another one, from a place on; behind it two characters at least must be as they should. */
const ofWord = (rest: Rest, at: number): Departure | null => {
  const { left } = rest;
  if (at + 4 > left) return null;
  if (same(rest, at + 2, at + 2)) return { kind: 'replaced', reach: left };
  const missing = [2, 3, 4].find((length) => at + length + 2 <= left && same(rest, at + length, at));
  return missing === undefined ? null : { kind: 'missing', reach: left - missing };
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
