import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { Refusal, sentences } from '../refusal.ts';
import { type PartSource, scanPart } from '../xml/scan-part.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';

export const wordVocabulary = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2015/wordml/symex': 'w16se',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
} as const;

/** The names of a Word package's parts, as its relationships tell. */
export interface WordPackage {
  readonly source: PartSource;
  readonly main: string;
  /** Last word of the relationship type ("styles", "footnotes" …) → part name. */
  readonly parts: ReadonlyMap<string, string>;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  /** Parts in other formats that stand in for paragraphs, and pictures, by their relationship's id. */
  readonly chunks: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, string>;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export const openPackage = async (archive: PartStore, limits: ReadingLimits): Promise<WordPackage> => {
  const source: PartSource = { archive, limits, budget: { elements: 0 }, vocabulary: wordVocabulary };
  const root = await relationships(source, '_rels/.rels', '');
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (!archive.has(main)) throw new Refusal('damaged', sentences.damaged);
  const slash = main.lastIndexOf('/') + 1;
  const folder = main.slice(0, slash);
  const own = await relationships(source, `${folder}_rels/${main.slice(slash)}.rels`, folder);
  const parts = new Map<string, string>();
  for (const { type, target } of own) if (!parts.has(type)) parts.set(type, target);
  for (const type of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments']) {
    if (!parts.has(type)) parts.set(type, `${folder}${type}.xml`);
  }
  return {
    source,
    main,
    parts,
    headers: own.filter(({ type }) => type === 'header').map(({ target }) => target),
    footers: own.filter(({ type }) => type === 'footer').map(({ target }) => target),
    chunks: byId(own, 'aFChunk'),
    images: byId(own, 'image'),
  };
};

const byId = (relationships: readonly Relationship[], wanted: string): Map<string, string> =>
  new Map(relationships.filter(({ type }) => type === wanted).map(({ id, target }) => [id, target]));

const relationships = async (source: PartSource, name: string, folder: string): Promise<Relationship[]> => {
  const found: Relationship[] = [];
  const handler: XmlHandler = {
    open(element, attributes) {
      if (!element.endsWith('Relationship') || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      const type = (attributes.Type ?? '').replace(/^.*\//, '');
      found.push({ id: attributes.Id ?? '', type, target: resolve(folder, target) });
    },
    close() {},
    text() {},
  };
  await scanPart(source, name, handler);
  return found;
};

/** A relationship target as a part name; leading "/" means the package root. */
const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};
