import type { ReportDocument } from '../../core/report-document.ts';
import type { PartCues, ReportKind } from '../../core/report-kind.ts';
import type { PartId, ReportStructure } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import { readAuthor } from './author.ts';
import { readBodyName } from './body-name.ts';
import { readHeadMatter } from './head-matter.ts';
import type { HeadingMark } from './heading-mark.ts';
import { kindMatcher, recogniseKind } from './kind.ts';
import { type Line, readLines } from './lines.ts';
import { numberedHeadings } from './numbered-headings.ts';
import { laterYears, type PartMatcher, partMatcher, rolesOfHeading, withRoles } from './part-roles.ts';
import { readPeriod } from './period.ts';
import { type Passage, pointHeadings } from './points.ts';
import { runInHeadings } from './run-in-headings.ts';
import { type OutlineMark, sectionTree } from './section-tree.ts';
import { withoutContents } from './table-of-contents.ts';
import { readTailMatter } from './tail-matter.ts';
import { problemsBeforeHeading, toldBelow, type UnheadedPart, unheadedParts } from './unheaded-parts.ts';
import { unnumberedHeadings } from './unnumbered-headings.ts';

/** Data the structure reader goes by: config/report-kinds/*.yaml and config/parts.yaml. */
export interface StructureConfig {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
}

/** Finds title, headings, parts, signature, kind, period and author. Pure; never throws for odd input. */
export const readStructure = (document: ReportDocument, config: StructureConfig): ReportStructure => {
  const { text } = document;
  const kinds = kindMatcher(config.kinds);
  const cues = remembering(partMatcher(config.parts));
  const lines = withoutContents(readLines(document));
  const head = readHeadMatter(lines, (words) => kinds.namesKind(words.replace(/[\s\u3000]/gu, '')));
  const tail = readTailMatter(lines, head.bodyFrom, (words) => cues.inText('closing', words));
  const body = lines.slice(head.bodyFrom, tail.bodyTo);
  const bodyStart = body[0]?.start ?? head.title?.end ?? 0;
  const bodyEnd = tail.closing?.start ?? body.at(-1)?.end ?? bodyStart;

  const headings = headingsOf(text, body, (title) => cues.ofHeading(title).length > 0);
  const top = headings.reduce((rank, mark) => Math.min(rank, mark.rank), 99);
  const tops = headings.filter((mark) => mark.rank === top);
  const topTitles = tops.map((mark) => mark.title);
  const dated = withRoles(cues, laterYears(topTitles));
  const parts = withRoles(
    dated,
    toldBelow(text, tops, (title) => dated.ofHeading(title)),
  );
  const unheaded = unheadedOf(text, body, headings, (title) => parts.ofHeading(title), bodyEnd);
  const marks = withPoints(text, body, headings, unheaded, bodyEnd);
  const sections = sectionTree(text, marks, bodyEnd, (title, level, parentRoles) =>
    rolesOfHeading(parts, title, level, parentRoles),
  );

  const firstStart = Math.min(sections[0]?.start ?? bodyEnd, unheaded[0]?.span.start ?? bodyEnd);
  const opening = bodyStart < firstStart ? trimmed(text, bodyStart, firstStart) : null;
  const openingWords = text.slice(bodyStart, opening?.end ?? Math.min(bodyEnd, bodyStart + 600));
  const kind = recogniseKind(kinds, head.title?.value ?? null, openingWords, topTitles);
  const date = tail.issueDate ?? dateOfBylines(head.bylines);
  return {
    title: head.title,
    addressee: head.addressee,
    opening,
    sections,
    unheaded: unheaded.map(({ part, span }) => ({ part, span })),
    closing: tail.closing,
    signature: tail.signature,
    issueDate: date,
    attachments: tail.attachments,
    kind,
    bodyName: readBodyName(text, bodyStart, bodyEnd),
    period: readPeriod(head.title?.value ?? null, openingWords, text.slice(bodyStart, bodyEnd), date?.value ?? null),
    author: readAuthor({
      title: head.title?.value ?? null,
      bylines: head.bylines.map((line) => line.text),
      opening: openingWords,
      body: text.slice(bodyStart, bodyEnd),
      signature: tail.signature,
      kind: config.kinds.find((candidate) => candidate.id === kind?.id) ?? null,
    }),
  };
};

const headingsOf = (text: string, body: readonly Line[], looksLikePart: (title: string) => boolean): HeadingMark[] => {
  const numbered = numberedHeadings(text, body);
  const unnumbered = unnumberedHeadings(body, numbered, looksLikePart);
  const runIn = runInHeadings(body, numbered, unnumbered);
  return [...numbered, ...unnumbered, ...runIn].sort((a, b) => a.start - b.start);
};

/** Problems and plans without a heading, unless a heading carries them already. */
const unheadedOf = (
  text: string,
  body: readonly Line[],
  headings: readonly HeadingMark[],
  rolesOf: (title: string) => readonly PartId[],
  bodyEnd: number,
): UnheadedPart[] => {
  const carried = new Set(headings.flatMap((mark) => [...rolesOf(mark.title)]));
  const wanted = (['problems', 'plans'] as const).filter((part) => !carried.has(part));
  if (wanted.length === 0) return [];
  const top = headings.reduce((rank, mark) => Math.min(rank, mark.rank), 99);
  const last = headings.findLast((mark) => mark.rank === top);
  const start = body[0]?.start ?? 0;
  const headingStarts = new Set(headings.map((mark) => mark.start));
  const from = last?.end ?? start + Math.floor((bodyEnd - start) * 0.4);
  const running = body.filter((line) => !headingStarts.has(line.start));
  const found = unheadedParts(text, running, { wanted, from, bodyEnd });
  if (!wanted.includes('problems') || found.some((part) => part.part === 'problems')) return found;
  const topStarts = new Set(
    headings.filter((mark) => mark.rank === top && mark.mode !== 'inline').map((mark) => mark.start),
  );
  const lowerStarts = new Set(headings.filter((mark) => mark.rank !== top).map((mark) => mark.start));
  const candidates = body.filter((line) => !lowerStarts.has(line.start));
  const before = problemsBeforeHeading(text, candidates, (line) => topStarts.has(line.start));
  return before === null ? found : [before, ...found];
};

/** Adds the points between the headings, and the unheaded passages as parents of theirs. */
const withPoints = (
  text: string,
  body: readonly Line[],
  headings: readonly HeadingMark[],
  unheaded: readonly UnheadedPart[],
  bodyEnd: number,
): OutlineMark[] => {
  const top = headings.reduce((rank, mark) => Math.min(rank, mark.rank), 99);
  const implicit = unheaded.map(
    ({ part, span, lead }): OutlineMark => ({
      style: 'unnumbered',
      key: 'implicit',
      rank: top === 99 ? 3 : top,
      mode: 'inline',
      number: null,
      ordinal: null,
      title: '',
      start: span.start,
      end: lead.end,
      plays: part,
    }),
  );
  const parents = [...headings, ...implicit].sort((a, b) => a.start - b.start);
  const passages: Passage[] = [];
  let start = body[0]?.start ?? 0;
  for (const parent of parents) {
    if (parent.start > start) passages.push({ start, end: parent.start });
    start = Math.max(start, parent.end);
  }
  if (start < bodyEnd) passages.push({ start, end: bodyEnd });
  return [...parents, ...pointHeadings(text, body, passages)].sort((a, b) => a.start - b.start);
};

/** Asks for the parts of a title once, however often the title comes. */
const remembering = (matcher: PartMatcher): PartMatcher => {
  const known = new Map<string, PartId[]>();
  const ofHeading = (title: string): PartId[] => {
    const roles = known.get(title) ?? matcher.ofHeading(title);
    known.set(title, roles);
    return roles;
  };
  return { ...matcher, ofHeading };
};

const trimmed = (text: string, start: number, end: number): Span => {
  let last = end;
  while (last > start && /[\s\u3000]/u.test(text[last - 1] ?? '')) last -= 1;
  return { start, end: last };
};

const dateOfBylines = (bylines: readonly Line[]) => {
  for (const line of bylines) {
    const found =
      /(?:[12]\d{3}|[二一][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?/u.exec(
        line.text,
      );
    if (found !== null) {
      const start = line.start + found.index;
      return { value: found[0], start, end: start + found[0].length };
    }
  }
  return null;
};
