import { Scanner } from '../scanner.ts';
import { beginningsOf } from './beginnings.ts';

interface Expression {
  readonly id: number;
  /** Matches at one place only; null for an expression that may begin nearly anywhere. */
  readonly here: RegExp | null;
  /** Some of its beginnings lie behind the start of the match: its places do not come in order. */
  readonly unordered: boolean;
}

interface Filed {
  readonly id: number;
  readonly offset: number;
}

/**
 * All expressions that texts have been searched for so far. Looking through a text for one expression takes about as
 * long as for a string that stands nowhere; for two hundred of them that is most of the time a check takes. So
 * expressions are analysed once, when they are first met, and from the next text on a single pass finds the places
 * where any of them can begin. It is a memory only: what is found does not depend on it.
 */
const known = new Map<string, Expression>();
const scanner = new Scanner<Filed>();
/** Spares naming an expression that stays the same object. */
const byObject = new WeakMap<RegExp, Expression>();

const expressionOf = (pattern: RegExp): Expression => {
  const before = byObject.get(pattern);
  if (before !== undefined) return before;
  const name = `${pattern.flags}/${pattern.source}`;
  const expression = known.get(name) ?? analysed(pattern);
  known.set(name, expression);
  byObject.set(pattern, expression);
  return expression;
};

const analysed = (pattern: RegExp): Expression => {
  const id = known.size;
  const beginnings = beginningsOf(pattern);
  for (const { text, offset } of beginnings ?? []) scanner.add(text, { id, offset });
  return {
    id,
    here: beginnings === null ? null : new RegExp(pattern.source, pattern.flags.replace('g', 'y')),
    unordered: beginnings?.some(({ offset }) => offset > 0) === true,
  };
};

/** Finds the matches of many expressions in one text. */
export class Search {
  readonly #text: string;
  /** Expressions met later than the text was looked through have no places in it. */
  readonly #met: number;
  readonly #places: (number[] | undefined)[];

  constructor(text: string) {
    this.#text = text;
    this.#met = known.size;
    const places: (number[] | undefined)[] = new Array(this.#met);
    scanner.scan(text, ({ id, offset }, start) => {
      const own = places[id];
      if (own === undefined) places[id] = [start - offset];
      else own.push(start - offset);
    });
    this.#places = places;
  }

  /** The same matches in the same order as `text.matchAll(pattern)`, for a global expression without flags u, v and s. */
  matches(pattern: RegExp): readonly RegExpExecArray[] {
    const { id, here, unordered } = expressionOf(pattern);
    if (here === null || id >= this.#met) return [...this.#text.matchAll(pattern)];
    const places = this.#places[id] ?? [];
    return matchesAt(this.#text, here, unordered ? places.sort((a, b) => a - b) : places);
  }
}

const matchesAt = (text: string, here: RegExp, places: readonly number[]): RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  let from = 0;
  for (const place of places) {
    if (place < from) continue;
    here.lastIndex = place;
    const match = here.exec(text);
    from = match === null ? place + 1 : Math.max(place + 1, place + match[0].length);
    if (match !== null) found.push(match);
  }
  return found;
};
