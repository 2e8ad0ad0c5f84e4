import type { Formula } from '../../core/wording.ts';
import { type Confusables, Lookalikes } from './confusables.ts';
import { departure, longForWords, type SlipKind } from './departure.ts';
import { type Folded, fold } from './folding.ts';
import { Scanner } from './scanner.ts';

/** A stretch of text that is one slip away from a formula. */
export interface NearMiss {
  readonly formula: Formula;
  readonly kind: SlipKind | 'reordered';
  readonly start: number;
  readonly end: number;
}

interface Compiled {
  readonly formula: Formula;
  readonly text: string;
  /** A list of three members or more, parted by 、. */
  readonly members: readonly string[] | null;
  /** Holds a catchword in quotes. */
  readonly quoted: boolean;
  readonly allowed: readonly string[];
}

/** A beginning or an end of a formula, behind or before which the slip may be; or its members in another order. */
interface Known {
  readonly of: Compiled;
  readonly part: 'first' | 'last' | 'reordered';
  readonly length: number;
}

/**
 * Finds formulas with one slip. A slip leaves the beginning or the end of a formula whole, so these are searched for
 * literally and only their surroundings are compared; the other orders of a list are few and searched for as they are.
 */
export class FormulaMatcher {
  readonly #scanner: Scanner<Known>;
  readonly #lookalikes: Lookalikes;
  readonly #right: ReadonlySet<string>;

  constructor(formulas: readonly Formula[], confusables: Confusables) {
    const compiled = formulas.map(compile);
    this.#lookalikes = new Lookalikes(confusables);
    this.#right = new Set(compiled.map(({ text }) => text));
    this.#scanner = new Scanner(compiled.flatMap((of) => [...halves(of), ...otherOrders(of)]));
  }

  find(folded: Folded): NearMiss[] {
    const found = new Map<string, NearMiss>();
    this.#scanner.scan(folded.text, (known, at, end) => {
      const miss = known.part === 'reordered' ? this.#missAt(folded, known, at, end) : this.#slipAt(folded, known, at);
      // Both ends of a formula tell of a slip in its middle.
      if (miss !== null) found.set(`${miss.start} ${miss.end} ${miss.formula.text}`, miss);
    });
    return [...found.values()];
  }

  #slipAt(folded: Folded, known: Known, at: number): NearMiss | null {
    const { of, length } = known;
    const first = known.part === 'first';
    const found = departure(
      {
        formula: of.text,
        quoted: of.quoted,
        inFormula: first ? length : of.text.length - length - 1,
        text: folded.text,
        inText: first ? at + length : at - 1,
        step: first ? 1 : -1,
        left: of.text.length - length,
      },
      this.#lookalikes,
    );
    if (found === null) return null;
    // Only members of a list cannot be other words: elsewhere another word mostly makes another phrase.
    if (found.kind === 'replaced' && of.members === null) return null;
    const { kind, reach } = found;
    return this.#missAt(folded, known, first ? at : at - reach, first ? at + length + reach : at + length, kind);
  }

  /** The stretch as a near miss, unless it is right or in use as well. */
  #missAt(
    { text, at: places }: Folded,
    { of: { formula, text: whole, allowed } }: Known,
    start: number,
    end: number,
    kind: NearMiss['kind'] = 'reordered',
  ): NearMiss | null {
    const words = text.slice(start, end);
    if (this.#right.has(words) || border.test(words)) return null;
    if ([whole, ...allowed].some((right) => standsAt(text, right, start, end))) return null;
    return { formula, kind, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
  }
}

const compile = (formula: Formula): Compiled => {
  const members = formula.text.split('、').map((member) => fold(member).text);
  return {
    formula,
    text: fold(formula.text).text,
    members: members.length < 3 ? null : members,
    quoted: formula.text.includes('“'),
    allowed: formula.allow.map((variant) => fold(variant).text),
  };
};

/** Of long formulas a little less than half, so that a wrong word in the very middle leaves one of them whole. */
const halves = (of: Compiled): [string, Known][] => {
  const { length } = of.text;
  const gap = length < longForWords ? 0 : 1;
  const first = of.text.slice(0, (length >> 1) - gap);
  const last = of.text.slice((length >> 1) + gap);
  return [
    [first, { of, part: 'first', length: first.length }],
    [last, { of, part: 'last', length: last.length }],
  ];
};

const mostMembers = 5;

const otherOrders = (of: Compiled): [string, Known][] => {
  if (of.members === null || of.members.length > mostMembers) return [];
  return ordersOf(of.members)
    .map((order) => order.join(''))
    .filter((text) => text !== of.text)
    .map((text) => [text, { of, part: 'reordered', length: text.length }]);
};

const ordersOf = (members: readonly string[]): string[][] =>
  members.length < 2
    ? [[...members]]
    : members.flatMap((member, at) => ordersOf(members.toSpliced(at, 1)).map((order) => [member, ...order]));

const border = /[。！？；：（）《》\n\d]/;

/** Whether a wording stands somewhere across the given stretch. */
const standsAt = (text: string, wording: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - wording.length + 1);
  return text.slice(from, end + wording.length - 1).includes(wording);
};
