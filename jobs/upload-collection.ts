import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Revision } from '../core/records.ts';
import type { ReportResult } from '../core/report-result.ts';

export type UploadCollection =
  | { readonly revision: Revision; readonly collection: Collection | null }
  /** Only a person can tell. */
  | { readonly ask: readonly Collection[] };

/**
 * The collection an upload is for: what it was handed in for, else the chat's only open one, else the one its words tell.
 * `read` examines it without anybody's requirements; it is asked only when several are open.
 */
export const collectionOfUpload = async (
  revision: Revision,
  read: () => ReportResult,
  stores: Stores,
): Promise<UploadCollection> => {
  if (revision.collectionId !== null) {
    return { revision, collection: await stores.collections.get(revision.collectionId) };
  }
  const open = (await stores.collections.ofChat(revision.platform, revision.chatId)).filter(
    ({ state }) => state === 'open',
  );
  const [first, ...others] = open;
  if (first === undefined || others.length === 0) return { revision, collection: first ?? null };
  const result = read();
  // A text that is no report is answered as such; nobody has to say what it is for.
  if (result.kind === null) return { revision, collection: null };
  const matched = matchesOf(result, revision.file.name, open);
  if (matched.length !== 1 || matched[0] === undefined) return { ask: matched.length === 0 ? open : matched };
  return { revision: await stores.submissions.assign(revision.id, matched[0].id), collection: matched[0] };
};

/** Those that fit: by the name in the file's name, then by kind, then by year. */
const matchesOf = (result: ReportResult, fileName: string, open: readonly Collection[]): readonly Collection[] => {
  const name = fileName.normalize('NFKC');
  const named = open.filter((collection) => name.includes(collection.name.normalize('NFKC')));
  if (named.length === 1) return named;
  const byKind = open.filter(({ requirements }) => requirements.kind === result.kind?.id);
  const some = byKind.length > 0 ? byKind : open.filter(({ requirements }) => requirements.kind === undefined);
  const year = /^\d{4}/u.exec(result.period ?? '')?.[0];
  const byYear = some.filter(({ requirements }) => year !== undefined && requirements.year === Number(year));
  return some.length > 1 && byYear.length > 0 ? byYear : some;
};
