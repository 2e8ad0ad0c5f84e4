import { strToU8, zipSync } from 'fflate';
import type { Finding } from '../../core/finding.ts';
import { localTime } from '../../core/local-time.ts';
import { readDocxWithMap } from '../reading/docx/read-docx.ts';
import { defaultLimits, type ReadingLimits } from '../reading/limits.ts';
import { encodingOf } from '../reading/xml/scan-part.ts';
import { Archive } from '../reading/zip/archive.ts';
import { chosenFindings, commentLines } from './comment-text.ts';
import { type NewComment, nextId, withComments, withContentType, withRelationship } from './comments-part.ts';
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

/**
 * A copy of a .docx with a comment on the exact words of each finding; everything else in the file stays as it is.
 * Offsets of the findings are those of reading the same bytes.
 * @throws Refusal as reading does; Error when the copy does not read as the original, so that it must not be sent
 */
export const annotateDocx = async (
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Promise<AnnotatedCopy> => {
  const limits = options.limits ?? defaultLimits;
  const reading = { format: 'docx', source: 'native', limits } as const;
  const mapped = await readDocxWithMap(await Archive.open(bytes, limits), reading);
  const parts = await allParts(bytes, limits);
  const comments = new TextPart(parts, commentsName(mapped.part, parts));
  const date = wordDate(options.now, options.timeZone ?? 'Asia/Shanghai');

  const board = new MarkBoard(mapped);
  let id = nextId(comments.xml, mapped.xml);
  const added: NewComment[] = [];
  const unplaced: Finding[] = [];
  let fixed = 0;
  for (const finding of chosenFindings(findings)) {
    if (board.comment(finding, id)) {
      added.push({ id, lines: commentLines(finding) });
      id += 1;
    } else unplaced.push(finding);
  }
  if (options.fix) {
    let free = 0;
    for (const finding of chosenFindings(findings)) {
      if (finding.severity !== 'must' || finding.start < free || !board.fix(finding, id, date)) continue;
      free = finding.end;
      fixed += 1;
      id += 1;
    }
  }
  if (added.length === 0) return { bytes, commented: 0, unplaced, fixed: 0 };

  new TextPart(parts, mapped.part).write(splice(mapped.xml, board.edits()));
  comments.write(withComments(comments.xml, added, date));
  const types = new TextPart(parts, '[Content_Types].xml');
  types.write(withContentType(types.xml ?? '', comments.name));
  const relations = new TextPart(parts, relationsName(mapped.part));
  relations.write(withRelationship(relations.xml, `/${comments.name}`));
  const copy = zipSync(Object.fromEntries(parts), { mtime: options.now, level: 6 });

  const again = await readDocxWithMap(await Archive.open(copy, limits), reading);
  const ranges = again.xml.match(/<[\w.-]+:commentRangeEnd /g)?.length ?? 0;
  const before = mapped.xml.match(/<[\w.-]+:commentRangeEnd /g)?.length ?? 0;
  if (ranges !== before + added.length) throw new Error('the annotated copy has other comments than were put in');
  if (fixed === 0 && again.document.text !== mapped.document.text)
    throw new Error('the annotated copy has another text than the original');
  return { bytes: copy, commented: added.length, unplaced, fixed };
};

/** Word writes local time and calls it Z. */
const wordDate = (now: Date, timeZone: string): string => {
  const { year, month, day, hour, minute } = localTime(now, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
};

/** One XML part by its name, whatever its case in the zip. */
class TextPart {
  readonly name: string;
  readonly #parts: Map<string, Uint8Array>;

  constructor(parts: Map<string, Uint8Array>, name: string) {
    this.#parts = parts;
    this.name = [...parts.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
  }

  get xml(): string | null {
    const bytes = this.#parts.get(this.name);
    return bytes === undefined ? null : new TextDecoder(encodingOf(bytes)).decode(bytes);
  }

  /** Always as UTF-8: an XML declaration that says otherwise is mended. */
  write(xml: string): void {
    this.#parts.set(this.name, strToU8(xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8')));
  }
}

const allParts = async (bytes: Uint8Array, limits: ReadingLimits): Promise<Map<string, Uint8Array>> => {
  const archive = await Archive.open(bytes, limits);
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.originalNames) parts.set(name, (await archive.bytes(name)) ?? new Uint8Array());
  return parts;
};

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

const relationsName = (part: string): string => `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** Where the file's comments are, or where new ones go. */
const commentsName = (part: string, parts: ReadonlyMap<string, Uint8Array>): string => {
  const relations = parts.get(relationsName(part));
  const xml = relations === undefined ? '' : new TextDecoder().decode(relations);
  const entry = /<[^>]*\/relationships\/comments"[^>]*>/.exec(xml)?.[0] ?? '';
  const target = /Target="([^"]+)"/.exec(entry)?.[1];
  if (target === undefined) return `${folderOf(part)}comments.xml`;
  return target.startsWith('/') ? target.slice(1) : folderOf(part) + target;
};
