import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillingOf, isEntryOf, type PhraseTable, phraseHash } from '../core/phrase-table.ts';

/** The table under wording/phrases.bin, read when first asked; one that knows nothing where the file is not shipped. */
export const loadPhrases = (folder: string): PhraseTable => {
  const path = join(folder, 'wording', 'phrases.bin');
  if (!existsSync(path)) return { filling: () => 0 };
  let slots: Uint32Array | undefined;
  return {
    filling: (first, second, third, fourth, hole) => {
      slots ??= read(path);
      const hash = phraseHash(first, second, third, fourth, hole);
      const last = slots.length - 1;
      for (let at = hash & last; slots[at] !== 0; at = (at + 1) & last) {
        if (isEntryOf(slots[at] as number, hash)) return fillingOf(slots[at] as number);
      }
      return 0;
    },
  };
};

const read = (path: string): Uint32Array => {
  const bytes = readFileSync(path);
  const slots = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (slots.length === 0 || (slots.length & (slots.length - 1)) !== 0) throw new Error(`${path}: not a phrase table`);
  return slots;
};
