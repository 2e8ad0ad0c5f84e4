import type { Inline, LeafBlock, Reply, ReplyBlock } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import { reply } from './card-parts.ts';
import { createPlaces } from './place.ts';
import { shorten } from './quote.ts';
import { say } from './wording.ts';

/** What an author may know: how much is the same, never whose it is or what it says. */
export interface SharedView {
  /** Characters shared with each of the others' reports, the most first. */
  readonly others: readonly number[];
  /** Characters shared with the author's own report of another period. */
  readonly own: readonly { readonly period: string; readonly characters: number }[];
}

/** Lines of the result card; none when nothing is shared. */
export const sharedBlocks = ({ others, own }: SharedView): ReplyBlock[] => {
  const lines = [
    ...(others[0] === undefined ? [] : [say.sharedWithOthers(others.length, others[0])]),
    ...own.slice(0, 3).map(({ period, characters }) => say.sharedWithOwn(say.year(period), characters)),
  ];
  return lines.map((line) => ({ kind: 'text', text: [{ tinted: line, tone: 'warn' }] }));
};

/** One side of a shared passage. */
export interface SharedSide {
  readonly author: string;
  readonly result: ReportResult;
  readonly text: string;
}

export interface SharedPairView {
  readonly a: SharedSide;
  readonly b: SharedSide;
  readonly characters: number;
  readonly passages: readonly { readonly a: Span; readonly b: Span }[];
}

/** All pairs there are, and the first of them. */
export interface SharedTotal {
  readonly total: number;
  readonly pairs: readonly SharedPairView[];
}

const PAIRS_SHOWN = 12;
export const PAIRS_IN_FOLD = 6;
const PASSAGES_SHOWN = 5;

/** 雷同, for organisers: who and who, how much, where in either report, and how it begins. */
export const sharedCard = (input: {
  /** Null when the platform does not tell. */
  readonly chatName: string | null;
  readonly compared: number;
  readonly pairs: readonly SharedPairView[];
}): Reply => {
  const shown = input.pairs.slice(0, PAIRS_SHOWN);
  const rest = input.pairs.length - shown.length;
  return reply({
    tone: shown.length === 0 ? 'good' : 'warn',
    title: say.sharedTitle(input.compared, input.pairs.length),
    ...(input.chatName === null ? {} : { subtitle: input.chatName }),
    blocks: [
      { kind: 'text', text: [shown.length === 0 ? say.sharedNone : say.sharedHow] },
      ...shown.map(pairBlock),
      ...(rest > 0 ? [{ kind: 'text' as const, text: [{ faint: say.morePairs(rest) }] }] : []),
    ],
  });
};

/** 雷同 as a part of another card for organisers; nothing when nothing is shared. */
export const sharedFold = ({ total, pairs }: SharedTotal): ReplyBlock[] => {
  if (total === 0) return [];
  const shown = pairs.slice(0, PAIRS_IN_FOLD);
  const rest = total - shown.length;
  return [
    {
      kind: 'fold',
      title: say.sharedFold(total),
      open: false,
      blocks: [
        { kind: 'text', text: [say.sharedFoldHow] },
        ...shown.map(pairBlock),
        ...(rest > 0 ? [{ kind: 'text' as const, text: [{ faint: say.sharedFoldRest(rest) }] }] : []),
      ],
    },
  ];
};

const pairBlock = ({ a, b, characters, passages }: SharedPairView): LeafBlock => {
  const placeOf = ({ result, text }: SharedSide) =>
    createPlaces({ text, outline: result.outline, title: result.title });
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  const items = passages.slice(0, PASSAGES_SHOWN).map((passage) => {
    const [words, others] = [wordsOf(a, passage.a), wordsOf(b, passage.b)];
    const length = Math.min(words.length, others.length);
    const text: Inline[] = [{ quote: `${words.slice(0, 24)}…` }, ` ${say.sharedCharacters(length)}`];
    const sides = `${a.author}：${range(placeA, passage.a)} ｜ ${b.author}：${range(placeB, passage.b)}`;
    return { text, detail: [shorten(sides, 100)] };
  });
  const rest = passages.length - items.length;
  if (rest > 0) items.push({ text: [{ faint: say.morePassages(rest) }], detail: [] });
  return {
    kind: 'list',
    heading: say.sharedPair(a.author, b.author, characters),
    tone: 'plain',
    numbered: false,
    items,
  };
};

const wordsOf = ({ text }: SharedSide, { start, end }: Span): string => text.slice(start, end).replace(/\s+/gu, '');

/** 二、第2段, or 二、第2段至三、第1段. */
const range = (place: (offset: number) => string, { start, end }: Span): string => {
  const [from, to] = [place(start), place(Math.max(start, end - 1))];
  return from === to ? from : say.fromTo(from, to);
};
