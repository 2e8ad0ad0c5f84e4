import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportDocument } from '../../core/report-document.ts';
import type { Section } from '../../core/report-structure.ts';
import { readStructure, type StructureConfig } from '../../report/structure/read-structure.ts';
import type { Count } from './count.ts';

interface TrueHeading {
  readonly level: number;
  readonly style: string;
  readonly mode: string;
  readonly match?: string;
  readonly children?: readonly TrueHeading[];
}

/** What a heading is known by in every format: its level and its first words. */
const keyOf = (level: number, words: string): string =>
  `${level} ${words.normalize('NFKC').replace(/\s/g, '').slice(0, 6)}`;

const trueKeys = (headings: readonly TrueHeading[]): string[] =>
  headings.flatMap(({ level, style, mode, match = '', children = [] }) => [
    ...(mode === 'implicit' || style === '一是' ? [] : [keyOf(level, match)]),
    ...trueKeys(children),
  ]);

const foundKeys = (text: string, sections: readonly Section[]): string[] =>
  sections.flatMap(({ level, style, mode, heading, children }) => [
    ...(mode === 'inline' || style === '一是' ? [] : [keyOf(level, text.slice(heading.start, heading.end))]),
    ...foundKeys(text, children),
  ]);

/** The headings of every sample by file name, as its truth.json tells; empty where there is none. */
export const trueHeadings = (folder: string): ReadonlyMap<string, readonly string[]> => {
  const path = join(folder, 'truth.json');
  if (!existsSync(path)) return new Map();
  const truth = JSON.parse(readFileSync(path, 'utf8')) as { files: { file: string; outline: TrueHeading[] }[] };
  return new Map(truth.files.map(({ file, outline }) => [file, trueKeys(outline)]));
};

/** How many of the true headings are found in a document, and how many of the found ones are true. */
export const countHeadings = (document: ReportDocument, wanted: readonly string[], config: StructureConfig): Count => {
  const left = [...wanted];
  const found = foundKeys(document.text, readStructure(document, config).sections);
  let right = 0;
  for (const key of found) {
    const at = left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    right += 1;
  }
  return { wanted: wanted.length, found: found.length, right };
};
