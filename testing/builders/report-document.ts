import type { Block, BlockStyle, ReportDocument } from '../../core/report-document.ts';

/** A paragraph as tests write it: plain words, or words with what a file would tell about them. */
export type ParagraphInput =
  | string
  | { readonly text: string; readonly style?: BlockStyle; readonly block?: Partial<Block> };

/** A .txt document: one block per non-empty line, `text` as given with \n line ends. */
export const documentOf = (text: string): ReportDocument => {
  const plain = text.replace(/\r\n?/g, '\n');
  const blocks: Block[] = [];
  let start = 0;
  for (const line of plain.split('\n')) {
    if (line.trim() !== '') blocks.push(paragraph(start, line, undefined));
    start += line.length + 1;
  }
  return { format: 'txt', text: plain, blocks, asides: [], pages: null };
};

/** A .docx document of the given paragraphs, joined by single newlines. */
export const styledDocumentOf = (paragraphs: readonly ParagraphInput[]): ReportDocument => {
  const blocks: Block[] = [];
  let text = '';
  for (const input of paragraphs) {
    const given = typeof input === 'string' ? { text: input } : input;
    if (blocks.length > 0) text += '\n';
    blocks.push({ ...paragraph(text.length, given.text, given.style), ...given.block });
    text += given.text;
  }
  return { format: 'docx', text, blocks, asides: [], pages: null };
};

const paragraph = (start: number, words: string, style: BlockStyle | undefined): Block => ({
  start,
  end: start + words.length,
  kind: 'paragraph',
  part: 'body',
  source: 'native',
  confidence: 1,
  ...(style === undefined ? {} : { style }),
});
