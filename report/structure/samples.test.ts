import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { Section } from '../../core/report-structure.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { readStructure } from './read-structure.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, '../shared/samples');
const present = existsSync(join(samples, 'truth.json'));

interface TrueNode {
  readonly level: number;
  readonly mode: string;
  readonly start: number;
  readonly style: string;
  readonly children?: readonly TrueNode[];
}
interface TrueFile {
  readonly id: string;
  readonly file: string;
  readonly kindCode: string;
  readonly title: { readonly match: string | null };
  readonly outline: readonly TrueNode[];
}

const files: TrueFile[] = present ? JSON.parse(readFileSync(join(samples, 'truth.json'), 'utf8')).files : [];
const flatten = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flatten(section.children)]);
const nodesOf = (nodes: readonly TrueNode[]): TrueNode[] =>
  nodes.flatMap((node) => [...(node.mode === 'implicit' ? [] : [node]), ...nodesOf(node.children ?? [])]);

describe.skipIf(!present)('the sample reports (skipped where ../shared/samples is absent)', () => {
  const config = loadConfig(join(root, 'config'));

  it.each(files.map((file) => [file.id, file] as const))('%s has its title, kind and every heading', (_, file) => {
    const structure = readStructure(documentOf(readFileSync(join(samples, file.file), 'utf8')), config);
    expect({ title: structure.title?.value ?? null, kind: structure.kind?.id }).toEqual({
      title: file.title.match,
      kind: file.kindCode,
    });
    expect(flatten(structure.sections).map(({ level, start }) => ({ level, start }))).toEqual(
      nodesOf(file.outline).map(({ level, start }) => ({ level, start })),
    );
  });
});
