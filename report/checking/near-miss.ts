import type { Formula } from '../../core/wording.ts';
import { type Confusables, Lookalikes } from './confusables.ts';
import { departure } from './departure.ts';
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

/** One half of a formula; the other half is what may hold the slip. */
interface Half {
  readonly of: Compiled;
  readonly first: boolean;
  readonly length: number;
}

/**
 * Finds formulas with one character changed, missing or added. A slip leaves one half of the formula whole, so the
 * halves are searched for literally and only their surroundings are compared.
 */
export class FormulaMatcher {
  readonly #scanner: Scanner<Half>;
  readonly #lookalikes: Lookalikes;
  readonly #right: ReadonlySet<string>;

  constructor(formulas: readonly Formula[], confusables: Confusables) {
    const compiled = formulas.map(compile);
    this.#lookalikes = new Lookalikes(confusables);
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

  #missAt({ text, at: places }: Folded, { of, first, length }: Half, at: number): NearMiss | null {
    const whole = of.text;
    const reach = departure(
      {
        formula: whole,
        inFormula: first ? length : whole.length - length - 1,
        text,
        inText: first ? at + length : at - 1,
        step: first ? 1 : -1,
        left: whole.length - length,
      },
      this.#lookalikes,
    );
    if (reach === null) return null;
    const start = first ? at : at - reach;
    const end = first ? at + length + reach : at + length;
    const words = text.slice(start, end);
    if (this.#right.has(words) || border.test(words)) return null;
    if ([whole, ...of.allowed].some((right) => standsAt(text, right, start, end))) return null;
    return { formula: of.formula, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
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

const border = /[。！？；：（）《》\n\d]/;

/** Whether a wording stands somewhere across the given stretch. */
const standsAt = (text: string, wording: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - wording.length + 1);
  return text.slice(from, end + wording.length - 1).includes(wording);
};
