import { type Zippable, zipSync } from 'fflate';
import { fileNames, type NamedFile } from '../collection/handing-over/file-names.ts';
import { type LedgerRow, ledgerRows, type VersionFacts } from '../collection/handing-over/ledger.ts';
import { splitByBytes } from '../collection/handing-over/split-by-bytes.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import type { CampaignState } from './campaign-reader.ts';
import { uploadKey } from './check-report.ts';

/** Uploads to a platform end at 30 MB; the rest is for names and the directory of the archive. */
export const ARCHIVE_BYTES = 28 * 1024 * 1024;
/** Word files, pictures and PDFs are packed already. */
const packed = /\.(?:docx|wps|pdf|ofd|odt|png|jpe?g)$/iu;

export interface PackedReport {
  readonly revision: Revision;
  readonly name: string;
  readonly bytes: number;
}

export interface ReportArchive {
  readonly reports: readonly PackedReport[];
  /** Reads the files and packs them; one archive is in memory at a time. */
  zip(): Promise<Uint8Array>;
}

export interface PackingPlan {
  readonly rows: readonly LedgerRow[];
  readonly archives: readonly ReportArchive[];
  readonly tooLarge: readonly string[];
  readonly gone: readonly string[];
}

/** The counting version of everybody, renamed by the collection's rule, in archives that can be sent; and the ledger. */
export const planPacking = async (campaign: CampaignState, stores: Stores): Promise<PackingPlan> => {
  const { collection, roster } = campaign;
  const counting = await countingVersions(campaign, stores);
  const names = fileNames(counting, collection.requirements.fileName);
  const present: PackedReport[] = [];
  const gone: string[] = [];
  const facts = new Map<string, VersionFacts>();
  for (const [index, { revision, characters }] of counting.entries()) {
    const name = names[index] ?? revision.file.name;
    const bytes = (await stores.files.get(uploadKey(revision.id)))?.byteLength ?? null;
    if (bytes === null) gone.push(name);
    else present.push({ revision, name, bytes });
    // Messages have no address of their own: the name leads to the file in the archive.
    facts.set(revision.id, { characters, link: bytes === null ? null : name });
  }
  const { batches, tooLarge } = splitByBytes(present, ARCHIVE_BYTES);
  return {
    rows: ledgerRows(roster, collection, facts),
    archives: batches.map((reports) => ({ reports, zip: () => zipped(reports, stores) })),
    tooLarge: tooLarge.map(({ name }) => name),
    gone,
  };
};

const countingVersions = async ({ roster, revisions }: CampaignState, stores: Stores) => {
  const versions: (NamedFile & { readonly revision: Revision; readonly characters: number | null })[] = [];
  for (const { member, revision: counting } of roster.members) {
    const revision = counting === null ? undefined : revisions.get(counting.id);
    if (revision === undefined) continue;
    const result = (await stores.submissions.result(revision.id))?.result ?? null;
    const parts = {
      name: member.name ?? result?.author?.name ?? null,
      unit: result?.author?.unit ?? null,
      post: result?.author?.post ?? null,
      year: result?.period ?? null,
      kind: result?.kind?.name ?? null,
      title: result?.title ?? null,
    };
    versions.push({ revision, characters: result?.characters ?? null, parts, originalName: revision.file.name });
  }
  return versions;
};

const zipped = async (reports: readonly PackedReport[], stores: Stores): Promise<Uint8Array> => {
  const files: Zippable = {};
  for (const { revision, name } of reports) {
    const bytes = await stores.files.get(uploadKey(revision.id));
    const mtime = new Date(revision.receivedAt);
    if (bytes !== null) files[name] = [bytes, { level: packed.test(name) ? 0 : 6, mtime }];
  }
  return zipSync(files);
};
