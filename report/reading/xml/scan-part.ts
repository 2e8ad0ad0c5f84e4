import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { type XmlBudget, type XmlHandler, XmlScanner, type XmlVocabulary } from './xml-scanner.ts';

export interface PartSource {
  readonly archive: PartStore;
  readonly limits: ReadingLimits;
  readonly budget: XmlBudget;
  readonly vocabulary: XmlVocabulary;
}

/** Streams one XML part of a package through a handler; false when the part does not exist. */
export const scanPart = async (source: PartSource, name: string, handler: XmlHandler): Promise<boolean> => {
  const scanner = new XmlScanner(handler, source.vocabulary, source.limits, source.budget);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const found = await source.archive.stream(name, (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk));
    scanner.write(decoder.decode(chunk, { stream: true }));
  });
  if (found) {
    scanner.write(decoder?.decode() ?? '');
    scanner.end();
  }
  return found;
};

/** XML parts are UTF-8 or, by their first two bytes, UTF-16. */
export const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};
