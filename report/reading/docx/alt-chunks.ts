import { isWebArchive } from '../html/mime.ts';
import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { decodeText } from '../text/decode.ts';
import { Archive } from '../zip/archive.ts';
import type { WordPackage } from './package.ts';
import type { StoryItem } from './story.ts';

/** Reads a Word package that is a part of another. */
export type ReadInner = (store: PartStore, limits: ReadingLimits) => Promise<readonly StoryItem[]>;

const mostChunks = 100;

/**
 * The content of a package's alternative chunks: web pages, web archives, Word packages and plain text, which Word takes
 * in when it opens the file. Editors on the web write whole documents this way. Other formats are passed over.
 */
export const readChunks = async (
  word: WordPackage,
  readInner: ReadInner,
): Promise<ReadonlyMap<string, readonly StoryItem[]>> => {
  const { archive, limits } = word.source;
  const found = new Map<string, readonly StoryItem[]>();
  for (const [id, name] of [...word.chunks].slice(0, mostChunks)) {
    const bytes = await archive.bytes(name);
    if (bytes !== null) found.set(id, await itemsOf(bytes, limits, readInner));
  }
  return found;
};

const itemsOf = async (bytes: Buffer, limits: ReadingLimits, readInner: ReadInner): Promise<readonly StoryItem[]> => {
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.startsWith('PK')) return readInner(await Archive.open(bytes, limits), limits);
  if (head.startsWith('{\\rtf')) return [];
  if (isWebArchive(head) || /<[a-z!]/i.test(head)) {
    const { itemsOfHtml } = await import('../html/items-of-html.ts');
    const items: StoryItem[] = [];
    itemsOfHtml(bytes, limits, (item) => items.push(item));
    return items;
  }
  return (decodeText(bytes)?.text ?? '').split(/\r\n?|\n/).map(plainParagraph);
};

const plainParagraph = (text: string): StoryItem => ({
  kind: 'paragraph',
  text,
  style: undefined,
  number: undefined,
  asides: [],
  anchored: [],
  segments: [],
});
