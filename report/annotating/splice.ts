import type { MappedSegment } from '../reading/docx/assemble.ts';
import { rawOffsets } from './xml-text.ts';

/** Something to put between two characters of the text, or in place of a stretch of it. */
export interface Mark {
  /** Offset in the document's text; `to` beyond `at` takes those characters out of the run (they are in `markup` again). */
  readonly at: number;
  readonly to: number;
  /** Lower comes first at the same place. */
  readonly order: number;
  /** Given the raw words taken out and the raw properties of their run; "w:" stands for the file's own prefix. */
  readonly markup: (raw: string, properties: string) => string;
}

/**
 * Cuts runs open where marks stand and puts their markup between the halves; every other byte of the part stays.
 * `segments` are those of the text in order; a mark belongs to the segment that holds its character.
 */
export const splice = (xml: string, edits: readonly { segment: MappedSegment; marks: readonly Mark[] }[]): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const { segment, marks } of edits) {
    const cut = cutSegment(xml, segment, marks);
    if (cut === null) continue;
    pieces.push(xml.slice(done, cut.from), cut.text);
    done = segment.to;
  }
  pieces.push(xml.slice(done));
  return pieces.join('');
};

/** Whether a segment can be cut: plain characters in a run of the main vocabulary. */
export const isCuttable = (xml: string, segment: MappedSegment): boolean =>
  runPrefix(xml, segment) !== null && rawOffsets(xml, segment.from, segment.to, segment.end - segment.start) !== null;

const cutSegment = (
  xml: string,
  segment: MappedSegment,
  marks: readonly Mark[],
): { from: number; text: string } | null => {
  const offsets = rawOffsets(xml, segment.from, segment.to, segment.end - segment.start);
  const prefix = runPrefix(xml, segment);
  if (offsets === null || prefix === null) return null;
  const rawAt = (at: number) => offsets[Math.max(0, Math.min(at - segment.start, offsets.length - 1))] ?? segment.to;
  const { properties } = segment.run;
  const own = (markup: string) =>
    markup.replaceAll('<w:', `<${prefix}`).replaceAll('</w:', `</${prefix}`).replaceAll(' w:', ` ${prefix}`);
  const close = own('</w:t></w:r>');
  const reopen = own('<w:r>') + properties + own('<w:t xml:space="preserve">');
  const sorted = [...marks].sort((a, b) => a.at - b.at || a.order - b.order);
  const opening = openingTag(xml, segment);
  let text = opening.text;
  let done = segment.from;
  let next = 0;
  while (next < sorted.length) {
    const at = rawAt(sorted[next]?.at ?? 0);
    text += xml.slice(done, at) + close;
    done = at;
    for (let mark = sorted[next]; mark && rawAt(mark.at) <= done; next += 1, mark = sorted[next]) {
      const to = Math.max(done, rawAt(mark.to));
      text += mark.markup(xml.slice(done, to), properties).replace(/<[^>]*>/g, own);
      done = to;
    }
    text += reopen;
  }
  return { from: opening.from, text: text + xml.slice(done, segment.to) };
};

/** The segment's w:t tag, told to keep white space that may come to stand at an edge. */
const openingTag = (xml: string, segment: MappedSegment): { from: number; text: string } => {
  const from = xml.lastIndexOf('<', segment.from - 1);
  const tag = xml.slice(from, segment.from);
  return { from, text: tag.includes('xml:space') ? tag : `${tag.slice(0, -1)} xml:space="preserve">` };
};

/** "w:" or what the file uses for it; null when this is no run, or has no prefix for attributes to use. */
const runPrefix = (xml: string, segment: MappedSegment): string | null => {
  const match = /^<([\w.-]+:)r[\s>]/.exec(xml.slice(segment.run.start, segment.run.start + 40));
  return match?.[1] ?? null;
};
