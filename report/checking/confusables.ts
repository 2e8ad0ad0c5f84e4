import type { Wording } from '../../core/wording.ts';

/** For every character the ones it is mistaken for. */
export type Confusables = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<readonly string[], Confusables>();

export const confusablesOf = ({ confusables }: Wording): Confusables => {
  const before = known.get(confusables);
  if (before !== undefined) return before;
  const built = new Map<string, Set<string>>();
  for (const group of confusables) {
    for (const character of group) {
      const others = built.get(character) ?? new Set();
      for (const other of group) if (other !== character) others.add(other);
      built.set(character, others);
    }
  }
  known.set(confusables, built);
  return built;
};
