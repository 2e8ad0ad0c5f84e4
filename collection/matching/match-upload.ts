import type { Collection } from '../../core/records.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import { folded } from '../dates/characters.ts';
import { asks } from '../roster.ts';

export interface Upload {
  readonly authorId: string;
  readonly fileName: string;
  /** The collection of the card or message that the upload answers; null when it answers none. */
  readonly quotedCollectionId: string | null;
  /** Words sent along with the file. */
  readonly words: string;
  /** Known once the file has been read. */
  readonly kindId: string | null;
  readonly year: number | null;
}

export type UploadMatch =
  | { readonly what: 'one'; readonly collection: Collection }
  /** The likeliest first; ask with a button for each. */
  | { readonly what: 'ask'; readonly candidates: readonly Collection[] }
  /** No open collection asks this person. */
  | { readonly what: 'none' };

/** How much better the best must be than the next to be taken without asking. */
const CLEAR = 2;

/**
 * Which of a chat's collections an upload is for: the one it answers, the only one that asks this person, or the one that
 * kind, year and names speak for. Pure.
 */
export const matchUpload = (
  upload: Upload,
  collections: readonly Collection[],
  kinds: readonly ReportKind[],
): UploadMatch => {
  const open = collections.filter(({ state }) => state === 'open');
  const quoted = open.find(({ id }) => id === upload.quotedCollectionId);
  if (quoted !== undefined) return { what: 'one', collection: quoted };
  const asking = open.filter((collection) => asks(collection, upload.authorId));
  const [only] = asking;
  if (only === undefined) return { what: 'none' };
  const kindId = upload.kindId ?? kindOfName(upload.fileName, kinds);
  if (asking.length === 1) return { what: 'one', collection: only };
  const scored = asking
    .map((collection) => ({ collection, score: scoreOf(collection, upload, kindId) }))
    .sort((a, b) => b.score - a.score || Date.parse(a.collection.deadline) - Date.parse(b.collection.deadline));
  const [best, next] = scored;
  if (best !== undefined && best.score > 0 && best.score - (next?.score ?? 0) >= CLEAR)
    return { what: 'one', collection: best.collection };
  return { what: 'ask', candidates: scored.map(({ collection }) => collection) };
};

const kindOfName = (fileName: string, kinds: readonly ReportKind[]): string | null =>
  [...kinds]
    .sort((a, b) => b.priority - a.priority)
    .find(({ titles }) => titles.some((title) => new RegExp(title, 'u').test(fileName.slice(0, 200))))?.id ?? null;

const scoreOf = (collection: Collection, upload: Upload, kindId: string | null): number => {
  const { kind, year } = collection.requirements;
  let score = 0;
  if (kind !== undefined && kindId !== null) score += kind === kindId ? 4 : -4;
  const stated = upload.year ?? yearIn(upload.fileName);
  const asked = year ?? yearIn(collection.name);
  if (stated !== null && asked !== null) score += stated === asked ? 2 : -3;
  const name = bare(collection.name);
  if (name.length >= 2 && bare(upload.fileName).includes(name)) score += 4;
  if (name.length >= 2 && bare(upload.words).includes(name)) score += 6;
  return score;
};

const yearIn = (words: string): number | null => {
  const year = /(?<!\d)(20\d{2})(?!\d)/u.exec(words)?.[1];
  return year === undefined ? null : Number(year);
};

/** A name without its year, marks and ending, for looking it up in another. */
const bare = (words: string): string =>
  folded(words)
    .replace(/\.[a-z]{2,4}$/iu, '')
    .replace(/20\d{2}年?度?|[《》“”"\s_+\-—()（）【】]|^关于|年度/gu, '');
