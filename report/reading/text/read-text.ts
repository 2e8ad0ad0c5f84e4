import type { Block, ReportDocument } from '../../../core/report-document.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { decodeText } from './decode.ts';
import { frontMatter } from './front-matter.ts';
import { markdownBlock } from './markdown.ts';
import { paragraphsOfLines, type TextLine } from './wrapped-lines.ts';

/**
 * A .txt or .md file. `text` is the decoded file with its line ends made \n and nothing else changed; lines that were
 * wrapped by hand are one block over several lines.
 */
export const readText = (bytes: Uint8Array, format: 'txt' | 'md', limits: ReadingLimits): ReportDocument => {
  // No encoding takes more than four bytes a character.
  if (bytes.length > limits.characters * 4 + 4) throw new Refusal('too-large', sentences.tooMuchText);
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Refusal('unsupported-format', unreadable);
  const text = decoded.text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replaceAll('\0', '\ufffd');
  if (text.length > limits.characters) throw new Refusal('too-large', sentences.tooMuchText);
  const { title, rest } = frontMatter(linesOf(text));
  const paragraphs = paragraphsOfLines(rest).flatMap((lines): Block[] => {
    const block = format === 'md' ? markdownBlock(lines) : plainBlock(lines);
    return block === null ? [] : [block];
  });
  const blocks = title === null ? paragraphs : [title, ...paragraphs];
  if (paragraphs.length === 0) throw new Refusal('no-text', sentences.noText);
  return { format, text, blocks, asides: [], pages: null };
};

const unreadable = '无法识别文件内容，请用 Word 或 WPS 打开后另存为 .docx 重新发送。';

const linesOf = (text: string): TextLine[] => {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return lines;
};

const plainBlock = (lines: readonly TextLine[]): Block => ({
  start: lines[0]?.start ?? 0,
  end: lines.at(-1)?.end ?? 0,
  kind: 'paragraph',
  part: 'body',
  source: 'native',
  confidence: 1,
});
