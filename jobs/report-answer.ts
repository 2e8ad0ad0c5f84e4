import { uploadPickCard } from '../collection/replying/upload-pick-card.ts';
import { asks, type RosterReader } from '../collection/roster.ts';
import type { Clock } from '../core/clock.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Revision } from '../core/records.ts';
import type { Reply } from '../core/reply.ts';
import type { RefusalCode } from '../core/report-document.ts';
import type { ReportResult } from '../core/report-result.ts';
import { setAside } from '../report/checking/waiving.ts';
import type { ReportConfig } from '../report/examine.ts';
import type { DeadlineView } from '../report/replying/deadline-line.ts';
import { refusalCard } from '../report/replying/progress-cards.ts';
import { resultCard, type VersionStanding } from '../report/replying/result-card.ts';
import { compareVersions, sameReport, type VersionComparison } from '../report/replying/version-comparison.ts';
import { createSharedReportsReader } from './shared-reports-reader.ts';

export interface Refusal {
  readonly code: RefusalCode | 'download-refused';
  readonly message: string;
}

/** What checking a version came to. `revision` as it is then: finding its collection may have given it another number. */
export type Checked = { readonly revision: Revision } & (
  | { readonly ok: true; readonly result: ReportResult; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: 'ask'; readonly choices: readonly Collection[] }
  | { readonly ok: 'notice'; readonly card: Reply }
);

export interface ReportAnswerPorts {
  readonly stores: Stores;
  readonly readRoster: RosterReader;
  readonly config: ReportConfig;
  readonly clock: Clock;
}

/** What the author or an organiser said is no problem is set aside, in a version and in later ones. */
export const withoutWaived = async (
  stores: Pick<Stores, 'waivers'>,
  { platform, chatId, author }: Revision,
  result: ReportResult,
  text: string,
): Promise<ReportResult> => setAside(result, await stores.waivers.of(platform, chatId, author.id), text);

/** The card that answers a checked version, with all that others and the chat have to do with it. */
export const createReportAnswer = (ports: ReportAnswerPorts): ((checked: Checked) => Promise<Reply>) => {
  const { stores } = ports;
  const sharedReports = createSharedReportsReader(stores, ports.config.wording.boilerplate ?? []);
  return answerTo;

  async function answerTo(checked: Checked): Promise<Reply> {
    const { revision } = checked;
    const now = ports.clock.now();
    if (checked.ok === 'ask') return uploadPickCard(revision, checked.choices);
    if (checked.ok === 'notice') return checked.card;
    const deadline = await deadlineOf(revision);
    if (!checked.ok) {
      return refusalCard({ fileName: revision.file.name, message: checked.refusal.message, deadline, now });
    }
    return resultCard({
      revisionId: revision.id,
      fileName: revision.file.name,
      version: revision.number,
      result: checked.result,
      text: checked.text,
      comparison: await comparisonWithPrevious(revision, checked.result, checked.text),
      signedBy: await signedBy(revision, checked.result),
      shared: await sharedReports.ofReport(revision, checked.result, checked.text),
      deadline,
      standing: await standingOf(revision),
      now,
    });
  }

  /** The member of the chat whose name the report bears, where somebody else sent it. */
  async function signedBy({ platform, chatId, author }: Revision, result: ReportResult): Promise<string | null> {
    const name = result.author?.name ?? null;
    const members = name === null ? null : await stores.chats.members(platform, chatId);
    const bearers = members?.filter((member) => member.name === name) ?? [];
    return bearers.length === 0 || bearers.some(({ id }) => id === author.id) ? null : name;
  }

  /** What its author and the organisers said of a version handed in for a collection. */
  async function standingOf(revision: Revision): Promise<VersionStanding | null> {
    if (revision.collectionId === null) return null;
    const overrides = await stores.overrides.of(revision.collectionId);
    const returned = overrides.find((each) => each.kind === 'returned' && each.revisionId === revision.id);
    return { final: revision.final, returned: returned?.reason ?? null };
  }

  async function collectionOf(revision: Revision): Promise<Collection | null> {
    if (revision.collectionId !== null) return stores.collections.get(revision.collectionId);
    const inChat = await stores.collections.ofChat(revision.platform, revision.chatId);
    const [only, ...others] = inChat.filter((one) => one.state === 'open' && asks(one, revision.author.id));
    return others.length === 0 ? (only ?? null) : null;
  }

  /** Of the collection it is for, or that it must be for; nothing for who need not hand in. */
  async function deadlineOf(revision: Revision): Promise<DeadlineView | null> {
    const collection = await collectionOf(revision);
    if (collection === null || collection.state !== 'open' || !asks(collection, revision.author.id)) return null;
    const decided = await stores.overrides.of(collection.id);
    if (decided.some(({ kind, member }) => kind !== 'returned' && member.id === revision.author.id)) return null;
    const roster = await ports.readRoster(revision, collection, 'known');
    const handedIn =
      roster === null ? null : { done: roster.passed.length + roster.toMend.length, total: roster.total };
    return { deadline: collection.deadline, timeZone: collection.timeZone, handedIn };
  }

  /** Against the newest earlier version of the same report by the same person. */
  async function comparisonWithPrevious(
    revision: Revision,
    result: ReportResult,
    text: string,
  ): Promise<VersionComparison | null> {
    const all = await stores.submissions.ofMember(revision.platform, revision.chatId, revision.author.id);
    const own = all.findIndex(({ id }) => id === revision.id);
    for (const earlier of all.slice(own + 1)) {
      // What came before the collection began may be an earlier version all the same: the words decide.
      const elsewhere = earlier.collectionId !== null && earlier.collectionId !== revision.collectionId;
      if (earlier.state !== 'checked' || elsewhere) continue;
      const previous = await stores.submissions.result(earlier.id);
      if (previous === null || !sameReport(previous.result, result)) continue;
      // What was set aside since then was not mended.
      const compared = compareVersions(await withoutWaived(stores, earlier, previous.result, previous.text), result);
      return { ...compared, sameText: previous.text === text };
    }
    return null;
  }
};
