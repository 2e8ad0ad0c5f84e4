import type { HeadingMode } from '../../core/report-structure.ts';
import { headingExtent } from './heading-extent.ts';
import type { HeadingMark } from './heading-mark.ts';
import { type HeadingNumber, headingNumberAt } from './heading-number.ts';
import type { Line } from './lines.ts';

interface Candidate {
  readonly line: Line;
  readonly at: number;
  readonly number: HeadingNumber;
  /** Heads its paragraph; the others stand behind a full stop inside one. */
  readonly leads: boolean;
  /** Stands right behind a full stop. */
  readonly afterSentence: boolean;
}

/** All numbered headings of the lines: at the head of paragraphs, and inside them where a series goes on. */
export const numberedHeadings = (text: string, lines: readonly Line[]): HeadingMark[] => {
  const accepted = continuing(lines.flatMap((line) => candidatesOf(text, line)));
  return accepted.map(({ line, at, number, leads }, index) => {
    const next = accepted[index + 1];
    const lineEnd = next !== undefined && next.line === line ? next.at : line.end;
    const extent = headingExtent(text, at + number.length, lineEnd);
    return {
      style: number.style,
      key: number.key,
      rank: number.rank,
      mode: modeOf(leads, extent.runsIn || lineEnd < line.end),
      number: number.written,
      ordinal: number.ordinal,
      title: extent.title,
      start: at,
      end: extent.end,
    };
  });
};

const modeOf = (leads: boolean, runsIn: boolean): HeadingMode => {
  if (!leads) return 'inline';
  return runsIn ? 'run-in' : 'block';
};

const candidatesOf = (text: string, line: Line): Candidate[] => {
  const candidates: Candidate[] = [];
  const first = headingNumberAt(text, line.start);
  let scanFrom = line.start;
  if (first !== null && holdsTitle(text, line.start + first.length, line.end)) {
    candidates.push({ line, at: line.start, number: first, leads: true, afterSentence: true });
    scanFrom = line.start + first.length;
    const merged = mergedHeading(text, scanFrom, line, first);
    if (merged !== null) {
      candidates.push(merged);
      scanFrom = merged.at + merged.number.length;
    }
  }
  let taken = scanFrom;
  for (const found of line.text.slice(scanFrom - line.start).matchAll(insideParagraph)) {
    const at = scanFrom + found.index + found[0].length;
    if (at < taken || at >= line.end) continue;
    const number = headingNumberAt(text, at);
    if (number === null || !holdsTitle(text, at + number.length, line.end)) continue;
    candidates.push({ line, at, number, leads: false, afterSentence: found[0].startsWith('。') });
    taken = at + number.length;
  }
  return candidates;
};

/** A place behind the end of a sentence where a number begins. */
const insideParagraph =
  /[。；;！？：:](?:[”’）)]|##[^#\n]{1,24}##|[\s\u3000])*(?=[（(〔［【第一二三四五六七八九十\d㈠-㈩⒈-⒛⑴-⒇①-⑳])/gu;

const holdsTitle = (text: string, from: number, lineEnd: number): boolean =>
  from < lineEnd && /[\p{L}“《"'‘「(（【〔\d＋*#]/u.test(text[from] ?? '');

/** A lower heading glued behind a higher one without a full stop: 一、履职情况（一）抓学习。 */
const mergedHeading = (text: string, from: number, line: Line, parent: HeadingNumber): Candidate | null => {
  const words = text.slice(from, Math.min(line.end, from + 60));
  const found = /^[^。；;（(]{2,50}(?=[（(]一[）)])/u.exec(words);
  if (found === null) return null;
  const at = from + found[0].length;
  const number = headingNumberAt(text, at);
  return number !== null && number.rank > parent.rank && holdsTitle(text, at + number.length, line.end)
    ? { line, at, number, leads: false, afterSentence: true }
    : null;
};

/** Drops numbers inside paragraphs that neither go on with a series nor begin one. */
const continuing = (candidates: readonly Candidate[]): Candidate[] => {
  const nextOfKey = new Map<string, Candidate>();
  const followers = new Array<Candidate | undefined>(candidates.length);
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    followers[index] = nextOfKey.get(candidate.number.key);
    nextOfKey.set(candidate.number.key, candidate);
  }
  const last = new Map<string, { ordinal: number; rank: number; leads: boolean }>();
  let lead: Candidate | null = null;
  return candidates.filter((candidate, index) => {
    const { key, ordinal, rank } = candidate.number;
    if (candidate.leads) lead = candidate;
    const climbs = lead !== null && lead.line === candidate.line && rank < lead.number.rank;
    const goesOn =
      last.get(key)?.ordinal === ordinal - 1 &&
      (candidate.afterSentence || (!climbs && last.get(key)?.leads === false));
    const follower = followers[index];
    const begins =
      !climbs &&
      ordinal === 1 &&
      follower?.number.ordinal === 2 &&
      (!follower.leads || follower.line !== candidate.line);
    if (!candidate.leads && !goesOn && !begins) return false;
    for (const [other, value] of last) if (value.rank > rank) last.delete(other);
    last.set(key, { ordinal, rank, leads: candidate.leads });
    return true;
  });
};
