import { type FileNamePart, filledPattern } from '../file-name-pattern.ts';

/** What a naming rule may use; null where it is not known. */
export type NameParts = Readonly<Record<FileNamePart, string | null>>;

export interface NamedFile {
  readonly parts: NameParts;
  /** As uploaded; its ending is kept, its name stands in where the rule yields nothing. */
  readonly originalName: string;
}

const USUAL = '{name}+{kind}';
/** Longest name without ending, in bytes: file systems and zip tools stop at 255 for the whole. */
const MAX_BYTES = 180;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const encoder = new TextEncoder();

/**
 * Names for the files of a collection by its naming rule ("{unit}+{name}+{kind}"), in the order given: safe on every system,
 * never two alike; the same input gives the same names.
 */
export const fileNames = (files: readonly NamedFile[], rule: string = USUAL): string[] => {
  const taken = new Set<string>();
  return files.map(({ parts, originalName }) => {
    const { stem, ending } = split(originalName);
    const rendered = safe(filledPattern(rule, parts)) || safe(stem) || '报告';
    for (let count = 1; ; count += 1) {
      const name = `${rendered}${count === 1 ? '' : `（${count}）`}${ending}`;
      // File systems that do not tell A from a, nor ä from ä, must not lose a file.
      const key = name.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
};

const split = (name: string): { stem: string; ending: string } => {
  const match = /^(.*?)(\.[a-z0-9]{1,5})?$/isu.exec(name.slice(-300));
  return { stem: match?.[1] ?? '', ending: (match?.[2] ?? '').toLowerCase() };
};

/** Without path marks, characters Windows refuses, invisible and control characters; not too long. */
const safe = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Surrogate}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  let result = '';
  let bytes = 0;
  for (const character of plain) {
    bytes += encoder.encode(character).length;
    if (bytes > MAX_BYTES) break;
    result += character;
  }
  return reserved.test(result) ? `${result}_` : result.trimEnd();
};
