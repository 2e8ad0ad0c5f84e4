import { type ReadOutcome, readOutcomeSchema } from '../../core/report-document.ts';

/** What is wrong with an answer, or null: every refusal needs a sentence, every document must hold together. */
export const faultOf = (outcome: ReadOutcome): string | null => {
  const parsed = readOutcomeSchema.safeParse(outcome);
  if (!parsed.success) return `does not fit the schema: ${parsed.error.message}`;
  if (!outcome.ok) return /[\u4e00-\u9fff].*。$/.test(outcome.message) ? null : `no sentence: ${outcome.message}`;
  const { text, blocks, asides } = outcome.document;
  if (blocks.length === 0) return 'a document without blocks';
  let end = -1;
  for (const block of blocks) {
    if (block.start <= end || block.end < block.start || block.end > text.length)
      return `block out of place at ${block.start}`;
    if (text.slice(block.start, block.end).trim() === '') return `empty block at ${block.start}`;
    if ((block.numbering?.length ?? 0) > block.end - block.start)
      return `number longer than its block at ${block.start}`;
    const cells = block.table?.cells ?? [];
    if (cells.some((cell) => cell.start < block.start || cell.end > block.end))
      return `cell outside its row at ${block.start}`;
    end = block.end;
  }
  return asides.some(({ at = 0 }) => at > text.length) ? 'aside outside the text' : null;
};
