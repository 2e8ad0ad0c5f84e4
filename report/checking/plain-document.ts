import type { Block, ReportDocument } from '../../core/report-document.ts';

/** A text that is already in hand, as a document: one native block per line that has anything on it. */
export const plainDocument = (source: string, format: 'txt' | 'md' = 'txt'): ReportDocument => {
  const text = source.replace(/\r\n?/g, '\n');
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      blocks.push({ kind: 'paragraph', part: 'body', source: 'native', confidence: 1, start, end });
    }
    start = end + 1;
  }
  return { format, text, blocks, asides: [], pages: null };
};
