import { type CharacterSet, intersection, setOf, sizeOf, unitsOf } from './character-set.ts';
import { type Opening, openingsOf } from './openings.ts';

/** A literal string that stands `offset` code units behind the start of a match. */
export interface Beginning {
  readonly text: string;
  readonly offset: number;
}

/** Characters that reports are made of. A set with many of these tells next to nothing about a place. */
const customary = setOf([
  [0x09, 0x7e],
  [0x2010, 0x2026],
  [0x3000, 0x3011],
  [0x4e00, 0x9fff],
  [0xff01, 0xff1f],
]);
const telling = 120;
const isTelling = (set: CharacterSet): boolean => sizeOf(intersection(set, customary)) <= telling;

/** Sets that say what may follow hold 0 where the text may end; a string can be looked for only up to there. */
const mayBeEnd = (set: CharacterSet): boolean => set[0]?.[0] === 0;

/** How many strings one way to begin may be spelt out into. */
const spelt = 250;
const all = 8000;

/**
 * Strings of which every match of an expression begins with one; null where they cannot be told, would be too many, or
 * would stand nearly everywhere.
 */
export const beginningsOf = (expression: RegExp): readonly Beginning[] | null =>
  beginningsAt(expression, 3) ?? beginningsAt(expression, 2);

const beginningsAt = (expression: RegExp, depth: number): readonly Beginning[] | null => {
  const openings = openingsOf(expression, depth);
  if (openings === null) return null;
  const beginnings = new Map<string, Beginning>();
  for (const opening of openings) {
    const offset = opening.findIndex((set) => isTelling(set) && !mayBeEnd(set));
    if (offset < 0) return null;
    for (const text of spellings(opening.slice(offset))) beginnings.set(`${offset}${text}`, { text, offset });
    if (beginnings.size > all) return null;
  }
  return [...beginnings.values()];
};

/** The strings an opening stands for, as long as there are few enough of them. */
const spellings = ([first, ...others]: Opening): string[] => {
  let texts = unitsOf(first ?? []);
  for (const set of others) {
    if (!isTelling(set) || mayBeEnd(set) || texts.length * sizeOf(set) > spelt) break;
    const units = unitsOf(set);
    texts = texts.flatMap((text) => units.map((unit) => text + unit));
  }
  return texts;
};
