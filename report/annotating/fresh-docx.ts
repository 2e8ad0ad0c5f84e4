import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import type { Finding } from '../../core/finding.ts';
import type { Block, ReportDocument } from '../../core/report-document.ts';
import { chosenFindings, commentAuthor, commentLines } from './comment-text.ts';

const bodySize = 32;

/**
 * A new .docx with the text as read and a comment for each finding: for uploads that are no .docx themselves. A comment
 * that reaches over a paragraph's end stops there.
 */
export const freshDocx = async (
  document: ReportDocument,
  findings: readonly Finding[],
  options: { readonly now: Date },
): Promise<Uint8Array> => {
  const chosen = chosenFindings(findings);
  const children = document.blocks.map((block) => paragraphOf(block, document.text, chosen));
  const file = new Document({
    creator: commentAuthor.name,
    styles: {
      default: { document: { run: { size: bodySize, font: { eastAsia: '仿宋', ascii: 'Times New Roman' } } } },
    },
    comments: {
      children: chosen.map((finding, id) => ({
        id,
        author: commentAuthor.name,
        initials: commentAuthor.initials,
        date: options.now,
        children: commentLines(finding).map(
          (line) => new Paragraph({ children: [new TextRun({ text: line, size: 18 })] }),
        ),
      })),
    },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
};

const paragraphOf = (block: Block, text: string, findings: readonly Finding[]): Paragraph => {
  const here = findings
    .map((finding, id) => ({
      id,
      start: finding.start,
      end: Math.min(Math.max(finding.end, finding.start + 1), block.end),
    }))
    .filter(({ start }) => start >= block.start && start < Math.max(block.end, block.start + 1));
  const cuts = new Set([block.start, block.end, ...here.flatMap(({ start, end }) => [start, end])]);
  const points = [...cuts].sort((a, b) => a - b);
  const children = points.flatMap((from, index) => {
    const to = points[index + 1];
    return [
      ...here
        .filter(({ end }) => end === from)
        .flatMap(({ id }) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
      ...here.filter(({ start }) => start === from).map(({ id }) => new CommentRangeStart(id)),
      ...(to === undefined ? [] : [new TextRun(text.slice(from, to).replaceAll('\n', ' '))]),
    ];
  });
  return new Paragraph({
    children,
    ...(block.style?.align === 'center' ? { alignment: AlignmentType.CENTER } : {}),
  });
};
