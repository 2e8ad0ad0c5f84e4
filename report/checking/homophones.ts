import type { Wording } from '../../core/wording.ts';
import type { Homophones } from './slips.ts';

const known = new WeakMap<readonly string[], Homophones>();

/** For every common word the common words that sound the same. */
export const homophonesOf = ({ homophones = [] }: Wording): Homophones => {
  const before = known.get(homophones);
  if (before !== undefined) return before;
  const built = new Map<string, readonly string[]>();
  for (const group of homophones) {
    const words = group.split(' ');
    for (const word of words) {
      const others = words.filter((other) => other !== word);
      built.set(word, [...(built.get(word) ?? []), ...others]);
    }
  }
  known.set(homophones, built);
  return built;
};
