import type { BlockSource, ReportDocument, ReportFormat } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { encodingOf, scanPart } from '../xml/scan-part.ts';
import { type XmlAttributes, type XmlHandler, XmlScanner } from '../xml/xml-scanner.ts';
import { Assembler, asideOf, type MappedSegment, plainText, type SideStories, type Story } from './assemble.ts';
import { NumberCounter } from './number-counter.ts';
import { NumberingHandler } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import type { StoryItem } from './story.ts';
import type { StoryContext } from './story-context.ts';
import { StoryReader } from './story-reader.ts';
import { StyleSheet } from './styles.ts';
import { ThemeHandler } from './theme.ts';

export interface ReadDocxOptions {
  /** What the upload was; `doc`, `wps`, `rtf` and `odt` arrive here after conversion. */
  readonly format: ReportFormat;
  readonly source: BlockSource;
  readonly limits: ReadingLimits;
  /** Reads pictures, in their order, where the file holds nothing else: pages are scanned into Word. */
  readonly recognise?: RecognisePictures;
}

export type RecognisePictures = (pictures: readonly Uint8Array[]) => Promise<ReportDocument>;

/** The document with a map from its text back into the main part. Headers, notes and comments are not mapped. */
export interface MappedDocx {
  readonly document: ReportDocument;
  /** Part name of the main story and its decoded XML, to which all segment offsets refer. */
  readonly part: string;
  readonly xml: string;
  /** In the order of the text; automatic numbers, tabs, line breaks and cell borders have no segment. */
  readonly segments: readonly MappedSegment[];
}

export const readDocx = async (archive: PartStore, options: ReadDocxOptions): Promise<ReportDocument> => {
  const word = await openPackage(archive, options.limits);
  const { context, builder } = await prepare(word, options);
  const reader = new StoryReader(context);
  await scanPart(word.source, word.main, reader);
  reader.end();
  return finish(word, reader, context, builder, options);
};

/** As readDocx, holding the whole main part in memory: for writing into a copy of the file. */
export const readDocxWithMap = async (archive: PartStore, options: ReadDocxOptions): Promise<MappedDocx> => {
  const word = await openPackage(archive, options.limits);
  const { context, builder, assembler } = await prepare(word, options);
  const bytes = (await archive.bytes(word.main)) ?? Buffer.alloc(0);
  const xml = new TextDecoder(encodingOf(bytes)).decode(bytes);
  let position = () => 0;
  const reader = new StoryReader({ ...context, raw: { xml, position: () => position() } });
  const scanner = new XmlScanner(reader, word.source.vocabulary, options.limits, word.source.budget);
  position = () => scanner.position;
  scanner.write(xml);
  scanner.end();
  reader.end();
  const document = await finish(word, reader, context, builder, options);
  return { document, part: word.main, xml, segments: assembler.segments };
};

/** Everything that paragraphs of any story of the package refer to. */
const readBase = async (word: WordPackage) => {
  const { source, parts } = word;
  const theme = new ThemeHandler();
  await scanNamed(word, parts.get('theme'), theme);
  const styles = new StyleSheet(theme.fonts);
  await scanNamed(word, parts.get('styles'), styles);
  const numbering = new NumberingHandler();
  await scanNamed(word, parts.get('numbering'), numbering);
  const newCounter = () => new NumberCounter(numbering.part, (style) => styles.numIdOf(style));
  /** Every story counts for itself. */
  const newBase = () => ({
    theme: theme.fonts,
    styles,
    counter: newCounter(),
    boxCounter: newCounter(),
    limits: source.limits,
  });
  return newBase;
};

/** Paragraphs and rows of a package inside a package; its notes and comments are left out. */
const itemsOfPackage = async (store: PartStore, limits: ReadingLimits): Promise<StoryItem[]> => {
  const word = await openPackage(store, limits);
  const newBase = await readBase(word);
  const items: StoryItem[] = [];
  const reader = new StoryReader({ ...newBase(), emit: (item) => items.push(item) });
  await scanPart(word.source, word.main, reader);
  reader.end();
  return items;
};

const prepare = async (word: WordPackage, options: ReadDocxOptions) => {
  const newBase = await readBase(word);
  const side: SideStories = {
    footnotes: await readStories(word, 'footnotes', newBase()),
    endnotes: await readStories(word, 'endnotes', newBase()),
    comments: await readStories(word, 'comments', newBase()),
  };
  const chunks = word.chunks.size === 0 ? undefined : await readChunks(word);
  const builder = new DocumentBuilder(options.source, options.limits);
  const assembler = new Assembler(builder, side);
  const context: StoryContext = { ...newBase(), ...(chunks && { chunks }), emit: (item) => assembler.add(item) };
  return { context, builder, assembler };
};

/** Few files hold any. */
const readChunks = async (word: WordPackage) => (await import('./alt-chunks.ts')).readChunks(word, itemsOfPackage);

const scanNamed = async (word: WordPackage, name: string | undefined, handler: XmlHandler): Promise<void> => {
  if (name !== undefined) await scanPart(word.source, name, handler);
};

const readStories = async (
  word: WordPackage,
  type: string,
  base: Omit<StoryContext, 'emit'>,
): Promise<Map<string, Story>> => {
  const stories = new Map<string, Story>();
  const take = (attributes: XmlAttributes, items: readonly StoryItem[]) => {
    const separator = /separator|continuation/i.test(attributes['w:type'] ?? '');
    if (!separator) stories.set(attributes['w:id'] ?? '', { items, author: attributes['w:author'] });
  };
  await scanNamed(word, word.parts.get(type), new StoryReader({ ...base, emit: () => {}, story: take }));
  return stories;
};

const finish = async (
  word: WordPackage,
  reader: StoryReader,
  context: StoryContext,
  builder: DocumentBuilder,
  options: ReadDocxOptions,
): Promise<ReportDocument> => {
  for (const [kind, names] of [
    ['header', word.headers],
    ['footer', word.footers],
  ] as const) {
    for (const name of new Set(names)) {
      const items: StoryItem[] = [];
      await scanPart(word.source, name, new StoryReader({ ...context, emit: (item) => items.push(item) }));
      const text = plainText(items);
      if (text !== '') builder.asides.push(asideOf(kind, text));
    }
  }
  const pictures = reader.pictures.length > 0;
  if (builder.isEmpty && pictures && options.recognise) {
    return options.recognise(await picturesOf(word, reader.pictures));
  }
  const { size, margins } = reader.layout;
  return builder.finish(options.format, {
    pages: await pagesOf(word),
    pictures,
    ...(size && margins && { layout: { ...size, margins } }),
  });
};

const picturesOf = async (word: WordPackage, ids: readonly string[]): Promise<Uint8Array[]> => {
  const names = new Set(ids.flatMap((id) => word.images.get(id) ?? []));
  const pictures: Uint8Array[] = [];
  for (const name of names) {
    const bytes = await word.source.archive.bytes(name);
    if (bytes !== null) pictures.push(bytes);
  }
  return pictures;
};

/** Word's own page count as last saved; null when the file does not say. */
const pagesOf = async (word: WordPackage): Promise<number | null> => {
  let inPages = false;
  let text = '';
  await scanPart(word.source, 'docProps/app.xml', {
    open: (name) => {
      inPages = /(^|:)Pages$/.test(name);
    },
    close: () => {
      inPages = false;
    },
    text: (value) => {
      if (inPages) text += value;
    },
  });
  const pages = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return pages > 0 ? pages : null;
};
