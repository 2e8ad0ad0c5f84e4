import { matchUpload } from '../collection/matching/match-upload.ts';
import { asks } from '../collection/roster.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Revision } from '../core/records.ts';
import type { ReportKind } from '../core/report-kind.ts';
import type { ReportResult } from '../core/report-result.ts';

export type UploadCollection =
  | { readonly revision: Revision; readonly collection: Collection | null }
  /** Only a person can tell. */
  | { readonly ask: readonly Collection[] };

/**
 * The collection an upload is for: what it was handed in for, else the chat's only open one where it asks its author, else the one its words tell.
 * `read` examines it without anybody's requirements; it is asked only when several are open.
 */
export const collectionOfUpload = async (
  revision: Revision,
  read: () => ReportResult,
  { stores, kinds }: { readonly stores: Stores; readonly kinds: readonly ReportKind[] },
): Promise<UploadCollection> => {
  if (revision.collectionId !== null) {
    return { revision, collection: await stores.collections.get(revision.collectionId) };
  }
  const open = (await stores.collections.ofChat(revision.platform, revision.chatId)).filter(
    ({ state }) => state === 'open',
  );
  const [first, ...others] = open;
  if (first === undefined || others.length === 0) {
    return { revision, collection: first !== undefined && asks(first, revision.author.id) ? first : null };
  }
  const result = read();
  // A text that is no report is answered as such; nobody has to say what it is for.
  if (result.kind === null) return { revision, collection: null };
  const upload = {
    authorId: revision.author.id,
    fileName: revision.file.name,
    // An upload that answers a collection's message was handed in for it at once.
    quotedCollectionId: null,
    words: result.title ?? '',
    kindId: result.kind.id,
    year: yearOf(result.period),
  };
  const match = matchUpload(upload, open, kinds);
  if (match.what === 'none') return { revision, collection: null };
  if (match.what === 'ask') return { ask: match.candidates };
  const assigned = await stores.submissions.assign(revision.id, match.collection.id);
  return { revision: assigned, collection: match.collection };
};

/** "2026", "2026-H1", "2026-05". */
const yearOf = (period: string | null): number | null => {
  const year = /^\d{4}/u.exec(period ?? '')?.[0];
  return year === undefined ? null : Number(year);
};
