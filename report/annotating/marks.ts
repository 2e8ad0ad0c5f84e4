import type { Finding } from '../../core/finding.ts';
import type { Block } from '../../core/report-document.ts';
import type { MappedSegment } from '../reading/docx/assemble.ts';
import type { MappedDocx } from '../reading/docx/read-docx.ts';
import { commentAuthor } from './comment-text.ts';
import { isCuttable, type Mark } from './splice.ts';
import { escapeXml } from './xml-text.ts';

/** Finds the segments of findings and collects marks per segment. */
export class MarkBoard {
  readonly #segments: readonly MappedSegment[];
  readonly #blocks: readonly Block[];
  readonly #marks = new Map<MappedSegment, Mark[]>();

  constructor(mapped: MappedDocx) {
    this.#blocks = mapped.document.blocks.filter((block) => block.part === 'body');
    const ruby = rubyZones(mapped.xml);
    this.#segments = mapped.segments.filter(
      (segment) =>
        !ruby.some(({ from, to }) => segment.from > from && segment.to < to) && isCuttable(mapped.xml, segment),
    );
  }

  /** Puts a comment's range and reference around a finding's words; false where Word allows no comment. */
  comment(finding: Finding, id: number): boolean {
    const held = this.#held(finding);
    const first = held[0];
    const last = held.at(-1);
    if (first === undefined || last === undefined) return false;
    const start = Math.max(finding.start, first.start);
    const end = Math.max(start + 1, Math.min(finding.end, last.end));
    this.#add(first, { at: start, to: start, order: 1, markup: () => `<w:commentRangeStart w:id="${id}"/>` });
    this.#add(last, {
      at: end,
      to: end,
      order: 0,
      markup: () => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    });
    return true;
  }

  /** Replaces a finding's words by its suggestion as tracked changes; false when they do not all stand in plain runs. */
  fix(finding: Finding, id: number, date: string): boolean {
    const { suggestion } = finding;
    const held = this.#held(finding);
    const covered = held.reduce(
      (sum, { start, end }) => sum + Math.min(end, finding.end) - Math.max(start, finding.start),
      0,
    );
    if (suggestion === null || covered !== finding.end - finding.start || covered === 0) return false;
    const who = `w:id="${id}" w:author="${commentAuthor.name}" w:date="${date}"`;
    held.forEach((segment, index) => {
      const inserted = (properties: string) =>
        index > 0 || suggestion === ''
          ? ''
          : `<w:ins ${who}><w:r>${properties}<w:t xml:space="preserve">${escapeXml(suggestion)}</w:t></w:r></w:ins>`;
      this.#add(segment, {
        at: Math.max(segment.start, finding.start),
        to: Math.min(segment.end, finding.end),
        order: 3,
        markup: (raw, properties) =>
          `<w:del ${who}><w:r>${properties}<w:delText xml:space="preserve">${raw}</w:delText></w:r></w:del>${inserted(properties)}`,
      });
    });
    return true;
  }

  /** Everything collected, in the order of the part. */
  edits(): { segment: MappedSegment; marks: readonly Mark[] }[] {
    return [...this.#marks]
      .map(([segment, marks]) => ({ segment, marks }))
      .sort((a, b) => a.segment.from - b.segment.from);
  }

  /** The segments a finding's words stand in, within one block and one content control. */
  #held(finding: Finding): MappedSegment[] {
    const block = this.#blocks.find(
      ({ start, end }) => finding.start >= start && finding.start < Math.max(end, start + 1),
    );
    if (block === undefined) return [];
    const end = Math.min(Math.max(finding.end, finding.start + 1), block.end);
    const inside = this.#between(finding.start, end);
    // An automatic number has no characters of its own in the file: the comment hangs on the first one behind it.
    const found = inside.length > 0 ? inside : this.#between(finding.start, block.end).slice(0, 1);
    const control = found[0]?.control;
    const cut = found.findIndex((segment) => segment.control !== control);
    return cut < 0 ? found : found.slice(0, cut);
  }

  #between(start: number, end: number): MappedSegment[] {
    return this.#segments.filter((segment) => segment.start < end && segment.end > start);
  }

  #add(segment: MappedSegment, mark: Mark): void {
    const marks = this.#marks.get(segment);
    if (marks) marks.push(mark);
    else this.#marks.set(segment, [mark]);
  }
}

/** Ruby holds runs of its own in which no comment may begin or end. */
const rubyZones = (xml: string): { from: number; to: number }[] => {
  const zones: { from: number; to: number }[] = [];
  const opening = /<(?:[\w.-]+:)?ruby[\s>]/g;
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    const closing = xml.indexOf('ruby>', match.index + match[0].length);
    zones.push({ from: match.index, to: closing < 0 ? xml.length : closing });
    opening.lastIndex = closing < 0 ? xml.length : closing;
  }
  return zones;
};
