import type { PartId, Section } from '../../core/report-structure.ts';
import type { HeadingMark } from './heading-mark.ts';

interface Node {
  readonly mark: OutlineMark;
  readonly level: number;
  readonly children: Node[];
  end: number;
  expected: number | null;
}

type RolesOf = (title: string, level: number, parentRoles: readonly PartId[]) => readonly PartId[];

/** A heading mark, or an unheaded passage that closes the sections before it and holds the points behind it. */
export interface OutlineMark extends HeadingMark {
  /** The part an unheaded passage plays. */
  readonly plays?: PartId;
}

/**
 * Nests heading marks by rank; a level is a heading's depth, 1 at the top. Implicit marks count as parents but do not
 * come back: their children stand at the root with the level they had.
 */
export const sectionTree = (
  text: string,
  marks: readonly OutlineMark[],
  bodyEnd: number,
  rolesOf: RolesOf,
): Section[] => {
  const roots: Node[] = [];
  const open: Node[] = [];
  const lastOrdinal = new Map<string, number>();
  for (const mark of marks) {
    while ((open.at(-1)?.mark.rank ?? -1) >= mark.rank) close(text, open, mark.start);
    const parent = open.at(-1);
    const node: Node = { mark, level: open.length + 1, children: [], end: bodyEnd, expected: null };
    const siblings = parent?.children ?? roots;
    node.expected = expectedOrdinal(siblings, mark, node.level, lastOrdinal.get(mark.key));
    if (mark.ordinal !== null) lastOrdinal.set(mark.key, mark.ordinal);
    siblings.push(node);
    open.push(node);
  }
  while (open.length > 0) close(text, open, bodyEnd);
  return roots.flatMap((root) => toSections(root, rolesOf, []));
};

const close = (text: string, open: Node[], at: number) => {
  const node = open.pop();
  if (node === undefined) return;
  node.end = Math.max(node.mark.end, contentEnd(text, at));
};

/** `at` without the white space and download-site markers before it. */
const contentEnd = (text: string, at: number): number => {
  if (!/[#\s\u3000]/u.test(text[at - 1] ?? '')) return at;
  const before = text.slice(Math.max(0, at - 200), at);
  return at - before.length + before.replace(/(?:##[^#\n]{1,24}##|[\s\u3000])+$/u, '').length;
};

/**
 * One more than the series has reached. A lower series that begins again at one counts as a new series, and one that
 * goes on under the next parent (1 to 3 under （一）, 4 to 6 under （二）) as customary.
 */
const expectedOrdinal = (
  siblings: readonly Node[],
  mark: OutlineMark,
  level: number,
  last: number | undefined,
): number | null => {
  if (mark.ordinal === null) return null;
  const previous = siblings.findLast((sibling) => sibling.mark.key === mark.key);
  if (previous === undefined) return last !== undefined && mark.ordinal === last + 1 ? mark.ordinal : 1;
  const previousOrdinal = previous.mark.ordinal ?? 0;
  if (mark.ordinal === 1 && previousOrdinal > 1 && (level > 1 || mark.key === '是')) return 1;
  return Math.max(previous.expected ?? 0, previousOrdinal) + 1;
};

const toSections = (node: Node, rolesOf: RolesOf, parentRoles: readonly PartId[]): Section[] => {
  const { mark, level, end, expected } = node;
  const roles = mark.plays === undefined ? rolesOf(mark.title, level, parentRoles) : [mark.plays];
  const children = node.children.flatMap((child) => toSections(child, rolesOf, roles));
  if (mark.plays !== undefined) return children;
  return [
    {
      level,
      style: mark.style,
      mode: mark.mode,
      number: mark.number,
      ordinal: mark.ordinal,
      expectedOrdinal: expected,
      title: mark.title,
      heading: { start: mark.start, end: mark.end },
      roles,
      children,
      start: mark.start,
      end,
    },
  ];
};
