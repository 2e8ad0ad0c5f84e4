import { describe, expect, it } from 'vitest';
import { mutationBases } from '../../testing/builders/mutation-bases.ts';
import { mutate } from '../../testing/builders/mutations.ts';
import { faultOf } from '../../testing/builders/sound-outcome.ts';
import { defaultLimits } from './limits.ts';
import { readDocument } from './read-document.ts';

// Recognition takes seconds a page: pages that lost their text are refused instead.
const limits = { ...defaultLimits, ocrPages: 0 };

describe('a damaged file', () => {
  it.each(Object.entries(mutationBases))('is read soundly or refused with a sentence (%s)', async (name, make) => {
    const base = make();
    const faults: string[] = [];
    for (let seed = 1; seed <= 60; seed += 1) {
      const { bytes, fileName, kind } = mutate(base, seed, `报告.${name}`);
      const onSurprise = (error: unknown) => faults.push(`${seed} ${kind}: ${String(error)}`);
      const fault = faultOf(await readDocument(bytes, { fileName, onSurprise }, limits));
      if (fault !== null) faults.push(`${seed} ${kind}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
