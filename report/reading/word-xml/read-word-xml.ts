import type { ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { Assembler, asideOf, plainText, type Story } from '../docx/assemble.ts';
import { NumberCounter } from '../docx/number-counter.ts';
import { NumberingHandler } from '../docx/numbering.ts';
import type { StoryItem } from '../docx/story.ts';
import type { StoryContext } from '../docx/story-context.ts';
import { StoryReader } from '../docx/story-reader.ts';
import { StyleSheet } from '../docx/styles.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { decodeText } from '../text/decode.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { wordXmlVocabulary } from './vocabulary.ts';
import { WordXmlHandler } from './word-xml-handler.ts';

const pieceLength = 1 << 16;

/** Word 2003 XML, a whole document in one file: office systems export it under the name of .doc. */
export const readWordXml = (bytes: Uint8Array, limits: ReadingLimits): ReportDocument => {
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new Refusal('damaged', sentences.damaged);
  const styles = new StyleSheet(new Map());
  const numbering = new NumberingHandler();
  const newCounter = () => new NumberCounter(numbering.part, (style) => styles.numIdOf(style));
  const notes = new Map<string, Story>();
  const builder = new DocumentBuilder('native', limits);
  const assembler = new Assembler(builder, { footnotes: notes, endnotes: notes, comments: new Map() });
  const context: StoryContext = {
    theme: new Map(),
    styles,
    counter: newCounter(),
    limits,
    emit: (item) => assembler.add(item),
    story: (attributes, items) => notes.set(attributes['w:id'] ?? '', { items, author: undefined }),
  };
  const story = new StoryReader(context);
  let pages = '';
  const handler = new WordXmlHandler({
    styles,
    numbering,
    story,
    edge: (kind) => {
      const items: StoryItem[] = [];
      const reader = new StoryReader({ ...context, counter: newCounter(), emit: (item) => items.push(item) });
      const end = () => {
        reader.end();
        const words = plainText(items);
        if (words !== '') builder.asides.push(asideOf(kind, words));
      };
      return { reader, end };
    },
    pages: (value) => {
      pages += value;
    },
  });
  const scanner = new XmlScanner(handler, wordXmlVocabulary, limits, { elements: 0 });
  for (let from = 0; from < text.length; from += pieceLength) scanner.write(text.slice(from, from + pieceLength));
  scanner.end();
  story.end();
  const { size, margins } = story.layout;
  return builder.finish('doc', {
    pages: /^\d{1,5}$/.test(pages) && Number(pages) > 0 ? Number(pages) : null,
    ...(size && margins && { layout: { ...size, margins } }),
  });
};
