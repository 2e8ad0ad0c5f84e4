import type { Aside, Block, ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder, tableRow } from '../document-builder.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { repacked } from './compound-file.ts';

/**
 * The bare text of a Word 97–2003 file, for machines without an office program: no automatic numbers, no looks. Chinese
 * quotes and dashes are left as they are.
 */
export const readDocText = async (
  bytes: Uint8Array,
  format: 'doc' | 'wps',
  limits: ReadingLimits,
): Promise<ReportDocument> => {
  const { default: WordExtractor } = await import('word-extractor');
  const plain = { filterUnicode: false };
  try {
    const word = await new WordExtractor().extract(repacked(bytes));
    const builder = new DocumentBuilder('converted', limits);
    addLines(builder, word.getBody(plain), 'body');
    addLines(builder, word.getTextboxes({ ...plain, includeHeadersAndFooters: false }), 'textbox');
    addLines(builder, word.getFootnotes(plain), 'footnote');
    addLines(builder, word.getEndnotes(plain), 'endnote');
    addAside(builder, 'header', word.getHeaders({ ...plain, includeFooters: false }));
    addAside(builder, 'footer', word.getFooters(plain));
    addAside(builder, 'comment', word.getAnnotations(plain));
    return builder.finish(format, { pages: null });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged', sentences.damaged, { cause: error });
  }
};

const addLines = (builder: DocumentBuilder, text: string, part: Block['part']): void => {
  for (const line of text.replaceAll('\0', '').split(/\r\n?|\n|\f/)) {
    if (line.trim() === '') continue;
    if (/\t/.test(line.trim()) && part === 'body') addRow(builder, line);
    else builder.add({ text: line, kind: 'paragraph', part });
  }
};

/** Table cells arrive with tabs between them; so do tab stops, hence the doubt. */
const addRow = (builder: DocumentBuilder, line: string): void => {
  builder.add({ ...tableRow(line.replace(/\t+$/, '').split('\t'), 0, 0), part: 'body', confidence: 0.7 });
};

const addAside = (builder: DocumentBuilder, kind: Aside['kind'], text: string): void => {
  if (text.trim() !== '') builder.asides.push({ kind, text: text.trim() });
};
