import { type ComparedReport, type SharedPair, sharedPairs, sharedWith } from '../collection/shared-reports.ts';
import type { SubmissionStore } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import type { ReportResult } from '../core/report-result.ts';
import type { SharedView } from '../report/replying/shared-cards.ts';

/** Reports of a chat compared with one another; never with those of another chat. */
export interface SharedReportsReader {
  /** What a report shares with the newest of everybody else, and with its author's own of other periods. */
  ofReport(revision: Revision, result: ReportResult, text: string): Promise<SharedView>;
  /** Every two newest reports that share something. */
  ofChat(platform: string, chatId: string): Promise<{ compared: number; pairs: readonly SharedPair[] }>;
}

/** Older reports of the author that are looked at, newest first. */
const OWN_REPORTS = 20;

export const createSharedReportsReader = (
  submissions: SubmissionStore,
  boilerplate: readonly string[],
): SharedReportsReader => {
  /** In the order they came in: of two reports the first one was there before. */
  const newest = async (platform: string, chatId: string): Promise<Revision[]> =>
    (await submissions.latestOfChat(platform, chatId))
      .filter(({ state }) => state === 'checked')
      .sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  const textsOf = async (revisions: readonly Revision[]): Promise<ComparedReport[]> => {
    const texts = await submissions.texts(revisions.map(({ id }) => id));
    const known = new Map(texts.map(({ revisionId, text }) => [revisionId, text]));
    return revisions.flatMap(({ id }) => {
      const text = known.get(id);
      return text === undefined ? [] : [{ id, text }];
    });
  };

  /** The newest of each other period; versions of the same report are alike and are meant to be. */
  const ownOfOtherPeriods = async (revision: Revision, result: ReportResult) => {
    const own = await submissions.ofMember(revision.platform, revision.chatId, revision.author.id);
    const found = new Map<string, ComparedReport>();
    const earlier = own.filter(({ id, state }) => id !== revision.id && state === 'checked');
    for (const { id } of earlier.slice(0, OWN_REPORTS)) {
      const stored = await submissions.result(id);
      const period = stored?.result.period ?? null;
      if (stored === null || period === null || result.period === null || period === result.period) continue;
      if (!found.has(period)) found.set(period, { id: period, text: stored.text });
    }
    return [...found.values()];
  };

  return {
    async ofReport(revision, result, text) {
      if (result.kind === null) return { others: [], own: [] };
      const report = { id: revision.id, text };
      const latest = await newest(revision.platform, revision.chatId);
      const others = await textsOf(latest.filter(({ author }) => author.id !== revision.author.id));
      const own = await ownOfOtherPeriods(revision, result);
      return {
        others: sharedWith(report, others, boilerplate).map(({ characters }) => characters),
        own: sharedWith(report, own, boilerplate).map(({ b, characters }) => ({ period: b, characters })),
      };
    },

    async ofChat(platform, chatId) {
      const reports = await textsOf(await newest(platform, chatId));
      return { compared: reports.length, pairs: sharedPairs(reports, boilerplate) };
    },
  };
};
