import type { TrigramTable } from '../../core/trigram-table.ts';
import type { Wording } from '../../core/wording.ts';
import { confusablesOf } from './confusables.ts';
import { homophonesOf } from './homophones.ts';
import { signsOf } from './likelihood.ts';
import type { RuleInput } from './rule.ts';
import { type Slip, SlipFinder } from './slips.ts';
import type { TextIndex } from './text-index.ts';

const finders = new WeakMap<TrigramTable, SlipFinder>();

const finderOf = (table: TrigramTable, wording: Wording): SlipFinder => {
  const known = finders.get(table);
  if (known !== undefined) return known;
  const finder = new SlipFinder(table, confusablesOf(wording), homophonesOf(wording));
  finders.set(table, finder);
  return finder;
};

const found = new WeakMap<TextIndex, readonly Slip[]>();

/** The likely slips of a text, looked for once; none without a table of counts. */
export const slipsIn = ({ text, index, context }: RuleInput): readonly Slip[] => {
  const known = found.get(index);
  if (known !== undefined) return known;
  const { trigrams = null, wording } = context;
  const slips = trigrams === null ? [] : [...finderOf(trigrams, wording).find(text, signsOf(text))];
  found.set(index, slips);
  return slips;
};
