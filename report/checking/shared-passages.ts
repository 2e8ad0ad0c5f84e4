import type { Span } from '../../core/span.ts';

/** Letters, digits and ideographs that two texts must share in a row, whatever marks and spaces stand between them. */
export const SHORTEST_SHARED = 60;
/** Hashed sequences, and how many neighbours of which one is kept: every passage of the shortest length leaves a mark. */
const GRAM = 20;
const WINDOW = SHORTEST_SHARED - GRAM + 1;
/** A sequence that comes again and again inside one text is looked at this often. */
const SAME_MARK = 8;

/** Words changed between two shared passages that make them one still. */
const CHANGED = 16;

/** A passage two texts share, small changes within it; `length` counts the letters, digits and ideographs shared. */
export interface SharedPassage {
  readonly length: number;
  readonly a: Span;
  readonly b: Span;
}

/** A text prepared for comparing: made once, compared with many. */
export interface Fingerprint {
  /** The letters, digits and ideographs, and where each stands in the text. */
  readonly folded: string;
  readonly at: Uint32Array;
  /** Hash and place of the kept sequences, in order of place. */
  readonly marks: readonly (readonly [hash: number, place: number])[];
}

const counted = /[\p{L}\p{N}]/u;

/** Linear in the text's length. */
export const fingerprintOf = (text: string): Fingerprint => {
  const at = new Uint32Array(text.length);
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    // Most of a report are these; the expression is slow.
    const common = character >= '一' && character <= '鿿';
    if (!common && !counted.test(character)) continue;
    at[folded.length] = index;
    folded += character;
  }
  return { folded, at: at.slice(0, folded.length), marks: marksOf(hashesOf(folded)) };
};

/** Everything of the shortest length or more that both texts have, the longest first, no place told twice. */
export const sharedPassages = (a: Fingerprint, b: Fingerprint): SharedPassage[] => {
  const places = new Map<number, number[]>();
  for (const [hash, place] of a.marks) {
    const same = places.get(hash);
    if (same === undefined) places.set(hash, [place]);
    else if (same.length < SAME_MARK) same.push(place);
  }
  const found: Match[] = [];
  /** Up to where `b` is known to be shared: what lies behind is not looked at again, so that time stays linear. */
  let known = 0;
  for (const [hash, place] of b.marks) {
    if (place < known) continue;
    const matches = (places.get(hash) ?? []).map((other) => extended(a.folded, b.folded, other, place, known));
    const best = matches.reduce<Match | null>((x, y) => (x === null || y.length > x.length ? y : x), null);
    if (best === null || best.length < SHORTEST_SHARED) continue;
    found.push(best);
    known = best.to + best.length;
  }
  return joined(withoutOverlap(found)).map(({ length, from, fromEnd, to, toEnd }) => ({
    length,
    a: spanOf(a, from, fromEnd),
    b: spanOf(b, to, toEnd),
  }));
};

const spanOf = ({ at }: Fingerprint, from: number, end: number): Span => ({
  start: at[from] ?? 0,
  end: (at[end - 1] ?? 0) + 1,
});

/** Passages that follow one another in both texts with a few changed words between them are one; the longest first. */
const joined = (matches: readonly Match[]) => {
  const runs: { from: number; fromEnd: number; to: number; toEnd: number; length: number }[] = [];
  for (const { from, to, length } of [...matches].sort((x, y) => x.from - y.from)) {
    const run = runs.at(-1);
    const near = run !== undefined && from - run.fromEnd <= CHANGED && to >= run.toEnd && to - run.toEnd <= CHANGED;
    if (near) Object.assign(run, { fromEnd: from + length, toEnd: to + length, length: run.length + length });
    else runs.push({ from, fromEnd: from + length, to, toEnd: to + length, length });
  }
  return runs.sort((x, y) => y.length - x.length || x.from - y.from);
};

interface Match {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The longest match around these places that begins in `b` at `floor` or later; empty where only the hashes agree. */
const extended = (a: string, b: string, from: number, to: number, floor: number): Match => {
  let before = 0;
  while (before < from && to - before > floor && a[from - before - 1] === b[to - before - 1]) before += 1;
  let after = 0;
  while (from + after < a.length && to + after < b.length && a[from + after] === b[to + after]) after += 1;
  return { from: from - before, to: to - before, length: after < GRAM ? 0 : before + after };
};

const withoutOverlap = (found: readonly Match[]): Match[] => {
  const kept: Match[] = [];
  const apart = (x: number, y: number, one: Match, other: Match): boolean =>
    x + one.length <= y || y + other.length <= x;
  for (const passage of [...found].sort((x, y) => y.length - x.length || x.from - y.from)) {
    const free = kept.every(
      (other) => apart(passage.from, other.from, passage, other) && apart(passage.to, other.to, passage, other),
    );
    if (free) kept.push(passage);
  }
  return kept;
};

const BASE = 0x01000193;
const TOP = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** A rolling hash of every sequence. */
const hashesOf = (folded: string): Uint32Array => {
  const hashes = new Uint32Array(Math.max(0, folded.length - GRAM + 1));
  let hash = 0;
  for (let index = 0; index < folded.length; index += 1) {
    hash = Math.imul(hash, BASE) + folded.charCodeAt(index);
    if (index >= GRAM) hash -= Math.imul(TOP, folded.charCodeAt(index - GRAM));
    hash |= 0;
    if (index >= GRAM - 1) hashes[index - GRAM + 1] = scrambled(hash);
  }
  return hashes;
};

/** Spreads what neighbouring sequences have in common. */
const scrambled = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
};

/** Winnowing: of every window of neighbours the smallest hash, the last one of equals. */
const marksOf = (hashes: Uint32Array): [number, number][] => {
  const marks: [number, number][] = [];
  const queue = new Uint32Array(hashes.length);
  let head = 0;
  let tail = 0;
  let last = -1;
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] as number;
    while (tail > head && (hashes[queue[tail - 1] as number] as number) >= hash) tail -= 1;
    queue[tail] = index;
    tail += 1;
    if ((queue[head] as number) <= index - WINDOW) head += 1;
    if (index < Math.min(WINDOW, hashes.length) - 1) continue;
    const smallest = queue[head] as number;
    if (smallest === last) continue;
    marks.push([hashes[smallest] as number, smallest]);
    last = smallest;
  }
  return marks;
};
