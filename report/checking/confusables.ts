import type { Wording } from '../../core/wording.ts';

/** For every character the ones it is mistaken for. */
export type Confusables = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<readonly string[], Confusables>();

export const confusablesOf = ({ confusables }: Wording): Confusables => {
  const before = known.get(confusables);
  if (before !== undefined) return before;
  const built = new Map<string, Set<string>>();
  for (const group of confusables.flatMap((line) => line.split(' '))) {
    for (const character of group) {
      const others = built.get(character) ?? new Set();
      for (const other of group) if (other !== character) others.add(other);
      built.set(character, others);
    }
  }
  known.set(confusables, built);
  return built;
};

/** Pairs of code units that are mistaken for one another, as one number each: hot loops make no strings. */
export class Lookalikes {
  readonly #pairs = new Set<number>();

  constructor(confusables: Confusables) {
    for (const [character, others] of confusables) {
      for (const other of others) this.#pairs.add(pairOf(character.charCodeAt(0), other.charCodeAt(0)));
    }
  }

  has(right: number, written: number): boolean {
    return this.#pairs.has(pairOf(right, written));
  }
}

const pairOf = (one: number, other: number): number => (one << 16) | other;
