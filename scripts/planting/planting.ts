/** A text with one defect in it, and where. */
export interface Planted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Dice = () => number;

export interface DefectClass {
  readonly name: string;
  /** Texts to plant into; without them the clean texts at hand. */
  readonly base?: readonly string[];
  /** Null where the text offers no place for such a defect. */
  readonly plant: (text: string, dice: Dice) => Planted | null;
}

/** A small seeded generator (mulberry32): the same seed plants the same defects. */
export const random = (seed: number): Dice => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const pick = <T>(items: readonly T[], dice: Dice): T | undefined => items[Math.floor(dice() * items.length)];

/** Replaces one random match; `with$` makes the wrong words from the right ones. */
export const swap =
  (pattern: RegExp, wrong: (match: RegExpExecArray, dice: Dice) => string, margin = 1): DefectClass['plant'] =>
  (text, dice) => {
    const match = pick([...text.matchAll(pattern)], dice);
    if (match === undefined) return null;
    const words = wrong(match, dice);
    if (words === match[0]) return null;
    const end = match.index + match[0].length;
    return {
      text: text.slice(0, match.index) + words + text.slice(end),
      start: Math.max(0, match.index - margin),
      end: match.index + words.length + margin,
    };
  };

/** Puts words in after a random match. */
export const insert =
  (pattern: RegExp, words: readonly string[]): DefectClass['plant'] =>
  (text, dice) => {
    const match = pick([...text.matchAll(pattern)], dice);
    const put = pick(words, dice);
    if (match === undefined || put === undefined) return null;
    const at = match.index + match[0].length;
    return { text: text.slice(0, at) + put + text.slice(at), start: at, end: at + put.length };
  };

export const table =
  (pairs: string): DefectClass['plant'] =>
  (text, dice) => {
    const present = pairs
      .split(' ')
      .map((pair) => pair.split('>'))
      .filter(([right]) => text.includes(right ?? ''));
    const [right, wrong] = pick(present, dice) ?? [];
    if (right === undefined || wrong === undefined) return null;
    return swap(new RegExp(right, 'g'), () => wrong, 0)(text, dice);
  };
