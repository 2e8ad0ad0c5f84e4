import type { ReadOutcome, ReportDocument } from '../../core/report-document.ts';
import { readDocx } from './docx/read-docx.ts';
import type { ReadingLimits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import { Refusal, refused, sentences } from './refusal.ts';
import { sniff } from './sniff.ts';
import { readText } from './text/read-text.ts';

export interface ReadOptions {
  /** Only its ending is looked at, and only to tell .md from .txt and .wps from .doc. */
  readonly fileName: string;
}

/**
 * Any upload as a ReportDocument, or a refusal with a sentence for its sender. Never rejects for a bad file; run it in a
 * process of its own, for a hostile file may still exhaust memory or time.
 */
export const readDocument = async (
  bytes: Uint8Array,
  options: ReadOptions,
  limits: ReadingLimits = defaultLimits,
): Promise<ReadOutcome> => {
  try {
    return { ok: true, document: await read(bytes, options, limits) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    return refused('damaged', sentences.damaged);
  }
};

const read = async (bytes: Uint8Array, options: ReadOptions, limits: ReadingLimits): Promise<ReportDocument> => {
  if (bytes.length === 0) throw new Refusal('empty', sentences.empty);
  if (bytes.length > limits.fileBytes) throw new Refusal('too-large', sentences.tooLarge);
  const found = await sniff(bytes, limits);
  switch (found.kind) {
    case 'text':
      return readText(bytes, /\.(md|markdown)$/i.test(options.fileName) ? 'md' : 'txt', limits);
    case 'docx':
      return readDocx(found.archive, { format: 'docx', source: 'native', limits });
    default:
      throw new Refusal('unsupported-format', '目前能检查 .docx、.txt 和 .md，请另存为 .docx 后重新发送。');
  }
};
