import type { Finding } from '../../core/finding.ts';
import { localTime } from '../../core/local-time.ts';
import { type MappedDocx, readDocxWithMap } from '../reading/docx/read-docx.ts';
import { defaultLimits, type ReadingLimits } from '../reading/limits.ts';
import { Archive } from '../reading/zip/archive.ts';
import { chosenFindings, commentLines } from './comment-text.ts';
import { type NewComment, nextId, withComments, withContentType, withRelationship } from './comments-part.ts';
import { commentsName, DocxParts, relationsName } from './docx-parts.ts';
import { MarkBoard } from './marks.ts';
import { splice } from './splice.ts';

export interface AnnotateOptions {
  readonly now: Date;
  /** Also put the certain replacements of `must` findings into the text, as tracked changes. */
  readonly fix?: boolean;
  /** Word shows dates as they are written: wall-clock time of this zone. Default Asia/Shanghai. */
  readonly timeZone?: string;
  readonly limits?: ReadingLimits;
}

export interface AnnotatedCopy {
  readonly bytes: Uint8Array;
  /** Findings that carry a comment now. */
  readonly commented: number;
  /** Findings whose words stand where Word allows no comment: headers, notes, text boxes. */
  readonly unplaced: readonly Finding[];
  readonly fixed: number;
}

const contentTypes = '[Content_Types].xml';

/**
 * A copy of a .docx with a comment on the exact words of each finding; everything else in the file stays as it is.
 * Offsets of the findings are those of reading the same bytes.
 * @throws Refusal as reading does; Error when the copy does not read as it should, so that it must not be sent
 */
export const annotateDocx = async (
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Promise<AnnotatedCopy> => {
  const limits = options.limits ?? defaultLimits;
  const mapped = await readMapped(bytes, limits);
  const parts = await DocxParts.open(bytes, limits);
  const commentsPart = commentsName(parts, mapped.part);
  const ownComments = parts.xml(commentsPart);
  const date = wordDate(options.now, options.timeZone ?? 'Asia/Shanghai');

  const board = new MarkBoard(mapped);
  const chosen = chosenFindings(findings);
  const firstId = nextId(ownComments, mapped.xml);
  const { added, unplaced } = comment(board, chosen, firstId);
  if (added.length === 0) return { bytes, commented: 0, unplaced, fixed: 0 };
  const fixed = options.fix ? fix(board, chosen, firstId + added.length, date) : [];

  const relations = relationsName(mapped.part);
  parts.write(mapped.part, splice(mapped.xml, board.edits()));
  parts.write(commentsPart, withComments(ownComments, added, date));
  parts.write(contentTypes, withContentType(parts.xml(contentTypes) ?? '', commentsPart));
  parts.write(relations, withRelationship(parts.xml(relations), `/${commentsPart}`));
  const copy = parts.pack(options.now);
  verify(await readMapped(copy, limits), mapped, added.length, fixed);
  return { bytes: copy, commented: added.length, unplaced, fixed: fixed.length };
};

const readMapped = async (bytes: Uint8Array, limits: ReadingLimits): Promise<MappedDocx> =>
  readDocxWithMap(await Archive.open(bytes, limits), { format: 'docx', source: 'native', limits });

/** Marks the words of every finding that can carry a comment, ids counted up from `first`. */
const comment = (board: MarkBoard, findings: readonly Finding[], first: number) => {
  const added: NewComment[] = [];
  const unplaced: Finding[] = [];
  for (const finding of findings) {
    const id = first + added.length;
    if (board.comment(finding, id)) added.push({ id, lines: commentLines(finding) });
    else unplaced.push(finding);
  }
  return { added, unplaced };
};

/** Puts the suggestions of `must` findings into the text; of those that overlap, the first. */
const fix = (board: MarkBoard, findings: readonly Finding[], first: number, date: string): Finding[] => {
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const free = fixed.at(-1)?.end ?? 0;
    if (finding.severity !== 'must' || finding.start < free) continue;
    if (board.fix(finding, first + fixed.length, date)) fixed.push(finding);
  }
  return fixed;
};

/** Throws unless the copy reads as the original with the replacements, and holds the comments that were put in. */
const verify = (copy: MappedDocx, original: MappedDocx, added: number, fixed: readonly Finding[]): void => {
  const ranges = ({ xml }: MappedDocx) => xml.match(/<[\w.-]+:commentRangeEnd /g)?.length ?? 0;
  if (ranges(copy) !== ranges(original) + added)
    throw new Error('the annotated copy has other comments than were put in');
  // A replaced word may take its paragraph and the automatic number along, so then the words alone are compared.
  const same =
    fixed.length === 0 ? copy.document.text === original.document.text : wordsOf(copy, []) === wordsOf(original, fixed);
  if (!same) throw new Error('the annotated copy has another text than the original');
};

/** What stands in the runs, with the replacements; spaces may be all that is left of a paragraph. */
const wordsOf = ({ document: { text }, segments }: MappedDocx, fixed: readonly Finding[]): string =>
  segments
    .map(({ start, end }) => {
      let words = '';
      let at = start;
      for (const fix of fixed) {
        if (fix.end <= start || fix.start >= end) continue;
        words += text.slice(at, Math.max(at, fix.start)) + (fix.start >= start ? (fix.suggestion ?? '') : '');
        at = Math.min(end, fix.end);
      }
      return words + text.slice(at, end);
    })
    .join('')
    .replace(/\s/g, '');

/** Word writes local time and calls it Z. */
const wordDate = (now: Date, timeZone: string): string => {
  const { year, month, day, hour, minute } = localTime(now, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
};
