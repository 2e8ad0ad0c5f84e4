import {
  anything,
  type CharacterSet,
  complement,
  inBothCases,
  intersection,
  setOf,
  setOfUnits,
} from './character-set.ts';

/**
 * One way in which the matches of an expression can begin: what their first, second … code unit may be. A shorter one
 * says nothing about what follows.
 */
export type Opening = readonly CharacterSet[];

/** Stands for the end of the text in sets that say what may follow. */
const end = 0;
const lineEnds = setOfUnits('\n\r\u2028\u2029');
const digits = setOf([[48, 57]]);
const wordUnits = setOf([
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
]);
const spaces = setOfUnits(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
const classes: Readonly<Record<string, CharacterSet>> = {
  d: digits,
  D: complement(digits),
  w: wordUnits,
  W: complement(wordUnits),
  s: spaces,
  S: complement(spaces),
};
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', 0: '\0' };

/**
 * Every way in which matches of an expression can begin, `depth` code units deep; null where that cannot be told or
 * there are too many. The answer may allow more than the expression does (what stands before a match is not looked at),
 * never less.
 */
export const openingsOf = ({ source, flags }: RegExp, depth: number): readonly Opening[] | null => {
  if (/[uvs]/.test(flags)) return null;
  try {
    return new Reader(source, flags, depth).all();
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
};

class Untold extends Error {}

const most = 4000;

/** Reads the syntax of expressions from left to right, keeping of each piece only how its matches begin. */
class Reader {
  readonly #source: string;
  readonly #flags: string;
  readonly #depth: number;
  #at = 0;

  constructor(source: string, flags: string, depth: number) {
    this.#source = source;
    this.#flags = flags;
    this.#depth = depth;
  }

  all(): Opening[] {
    const openings = this.#alternatives();
    if (this.#at < this.#source.length) throw new Untold();
    return openings;
  }

  #alternatives(): Opening[] {
    let openings = this.#sequence();
    while (this.#take('|')) openings = [...openings, ...this.#sequence()];
    return distinct(openings);
  }

  #sequence(): Opening[] {
    let openings: Opening[] = [[]];
    for (;;) {
      const next = this.#source[this.#at];
      if (next === undefined || next === '|' || next === ')') return openings;
      const ahead = this.#lookAhead();
      // What is looked ahead for and what comes next begin at the same place: both must hold.
      if (ahead !== null) return this.#joined(openings, both(ahead, this.#sequence()));
      openings = this.#joined(openings, this.#repeated(this.#piece()));
    }
  }

  /** `(?=…)` and `$`, or null. */
  #lookAhead(): Opening[] | null {
    if (this.#take('$')) return [[this.#flags.includes('m') ? setOf([...lineEnds, [end, end]]) : [[end, end]]]];
    return this.#take('(?=') ? this.#group() : null;
  }

  #piece(): Opening[] {
    if (this.#take('^') || this.#take('\\b') || this.#take('\\B')) return [[]];
    if (this.#take('(?!') || this.#take('(?<=') || this.#take('(?<!')) {
      this.#group();
      return [[]];
    }
    if (this.#take('(?:')) return this.#group();
    if (this.#take('(')) {
      if (this.#source[this.#at] === '?') throw new Untold();
      return this.#group();
    }
    if (this.#take('[')) return [[this.#cased(this.#class())]];
    if (this.#take('.')) return [[complement(lineEnds)]];
    return [[this.#cased(this.#character())]];
  }

  #group(): Opening[] {
    const openings = this.#alternatives();
    if (!this.#take(')')) throw new Untold();
    return openings;
  }

  #class(): CharacterSet {
    const negated = this.#take('^');
    const ranges: CharacterSet[] = [];
    while (!this.#take(']')) {
      if (this.#at >= this.#source.length) throw new Untold();
      const first = this.#character();
      const ranged = this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']';
      if (!ranged) {
        ranges.push(first);
        continue;
      }
      this.#at += 1;
      const last = this.#character();
      ranges.push([[first[0]?.[0] ?? 0, last[0]?.[1] ?? 0]]);
    }
    const set = setOf(ranges.flat());
    return negated ? complement(set) : set;
  }

  /** One character, escaped or not, or one of the classes named by a letter. */
  #character(): CharacterSet {
    const character = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (character !== '\\') return setOfUnits(character);
    const escaped = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (escaped === 'u' || escaped === 'x') {
      const digitsOf = this.#source.slice(this.#at, this.#at + (escaped === 'u' ? 4 : 2));
      this.#at += digitsOf.length;
      const code = Number.parseInt(digitsOf, 16);
      return [[code, code]];
    }
    const named = classes[escaped];
    if (named !== undefined) return named;
    if (/[1-9a-zA-Z]/.test(escaped) && controls[escaped] === undefined) throw new Untold();
    return setOfUnits(controls[escaped] ?? escaped);
  }

  #cased(set: CharacterSet): CharacterSet {
    return this.#flags.includes('i') ? inBothCases(set) : set;
  }

  #repeated(piece: Opening[]): Opening[] {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16));
    if (found === null) return piece;
    this.#at += found[0].length;
    const [, sign, low, comma, high] = found;
    const least = sign === '+' ? 1 : Number(low ?? 0);
    const unbounded = sign === '*' || sign === '+' || (comma === ',' && high === '');
    const greatest = unbounded ? this.#depth : sign === '?' ? 1 : Number(high === '' ? low : high);
    let openings: Opening[] = [];
    let times: Opening[] = [[]];
    // Every turn that is not empty adds a character: turns beyond the depth change nothing.
    for (let turn = 0; turn <= Math.min(greatest, this.#depth); turn += 1) {
      if (turn >= Math.min(least, this.#depth)) openings = [...openings, ...times];
      times = this.#joined(times, piece);
    }
    return distinct(openings);
  }

  #joined(heads: readonly Opening[], tails: readonly Opening[]): Opening[] {
    return distinct(
      heads.flatMap((head) =>
        head.length >= this.#depth ? [head] : tails.map((tail) => [...head, ...tail].slice(0, this.#depth)),
      ),
    );
  }

  #take(words: string): boolean {
    const found = this.#source.startsWith(words, this.#at);
    if (found) this.#at += words.length;
    return found;
  }
}

const both = (some: readonly Opening[], others: readonly Opening[]): Opening[] =>
  distinct(
    some.flatMap((one) =>
      others.map((other) =>
        Array.from({ length: Math.max(one.length, other.length) }, (_, at) =>
          intersection(one[at] ?? anything, other[at] ?? anything),
        ),
      ),
    ),
  ).filter((opening) => opening.every((set) => set.length > 0));

const distinct = (openings: readonly Opening[]): Opening[] => {
  if (openings.length > most) throw new Untold();
  return [...new Map(openings.map((opening) => [opening.join('/'), opening])).values()];
};
