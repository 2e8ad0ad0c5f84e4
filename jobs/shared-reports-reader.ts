import {
  type ComparedReport,
  type MarkedOthers,
  marksOf,
  type SharedPair,
  sharedPairs,
  sharedWith,
  templateFrom,
} from '../collection/shared-reports.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import type { ReportResult } from '../core/report-result.ts';
import type { SharedPairView, SharedSide, SharedView } from '../report/replying/shared-cards.ts';
import { say } from '../report/replying/wording.ts';

/** Reports of a chat compared with one another; never with those of another chat. */
export interface SharedReportsReader {
  /** What a report shares with the newest of everybody else, and with its author's own of other periods. */
  ofReport(revision: Revision, result: ReportResult, text: string): Promise<SharedView>;
  /** Every two newest reports that share something. */
  ofChat(platform: string, chatId: string): Promise<{ compared: number; pairs: readonly SharedPair[] }>;
  /** The same of these versions. */
  ofVersions(revisions: readonly Revision[]): Promise<{ compared: number; pairs: readonly SharedPair[] }>;
  /** Pairs as a card shows them; one whose report was taken back meanwhile is left out. */
  shown(pairs: readonly SharedPair[], members: readonly MemberRef[]): Promise<SharedPairView[]>;
}

/** Older reports of the author that are looked at, newest first. */
const OWN_REPORTS = 20;

export const createSharedReportsReader = (
  { submissions, passages }: Pick<Stores, 'submissions' | 'passages'>,
  boilerplate: readonly string[],
): SharedReportsReader => {
  const textsOf = async (revisions: readonly Revision[]): Promise<ComparedReport[]> => {
    const texts = await submissions.texts(revisions.map(({ id }) => id));
    const known = new Map(texts.map(({ revisionId, text }) => [revisionId, text]));
    return revisions.flatMap(({ id }) => {
      const text = known.get(id);
      return text === undefined ? [] : [{ id, text }];
    });
  };

  /** Marks what was not marked yet: what came in since the last time, or everything where it was never done. */
  const markAll = async (platform: string, chatId: string): Promise<void> => {
    for (;;) {
      const texts = await passages.unmarked(platform, chatId);
      if (texts.length === 0) return;
      const marked = texts.map(({ revisionId, text }) => ({ revisionId, marks: marksOf(text) }));
      await passages.mark(platform, chatId, marked);
    }
  };

  /** The newest of everybody else, as far as they may share something that is from no template. */
  const candidates = async (
    { platform, chatId, author }: Revision,
    text: string,
  ): Promise<{ others: ComparedReport[]; all: MarkedOthers }> => {
    await markAll(platform, chatId);
    const count = await passages.others(platform, chatId, author.id);
    const fewerThan = templateFrom(count + 1) - 1;
    const held = await passages.holders({ platform, chatId, authorId: author.id, marks: marksOf(text), fewerThan });
    const ids = new Set(held.flatMap(({ revisionIds }) => revisionIds));
    const texts = await submissions.texts([...ids]);
    return {
      others: texts.map(({ revisionId, text: words }) => ({ id: revisionId, text: words })),
      all: { count, holding: new Map(held.map(({ mark, count: holding }) => [mark, holding])) },
    };
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

  const compared = async (revisions: readonly Revision[]) => {
    const reports = await textsOf(revisions);
    return { compared: reports.length, pairs: sharedPairs(reports, boilerplate) };
  };

  const sideOf = async (revisionId: string, members: readonly MemberRef[]): Promise<SharedSide | null> => {
    const [revision, stored] = await Promise.all([submissions.get(revisionId), submissions.result(revisionId)]);
    if (revision === null || stored === null || revision.state === 'withdrawn') return null;
    const known = members.find(({ id }) => id === revision.author.id)?.name;
    return { author: known ?? revision.author.name ?? stored.result.author?.name ?? say.nameless, ...stored };
  };

  return {
    async ofReport(revision, result, text) {
      if (result.kind === null) return { others: [], own: [] };
      const report = { id: revision.id, text };
      const { others, all } = await candidates(revision, text);
      const own = await ownOfOtherPeriods(revision, result);
      return {
        others: sharedWith(report, others, boilerplate, all).map(({ characters }) => characters),
        own: sharedWith(report, own, boilerplate).map(({ b, characters }) => ({ period: b, characters })),
      };
    },

    async ofChat(platform, chatId) {
      return compared(checkedInOrder(await submissions.latestOfChat(platform, chatId)));
    },

    ofVersions: (revisions) => compared(checkedInOrder(revisions)),

    async shown(pairs, members) {
      const views: SharedPairView[] = [];
      for (const { a, b, characters, passages } of pairs) {
        const [one, other] = [await sideOf(a, members), await sideOf(b, members)];
        if (one !== null && other !== null) views.push({ a: one, b: other, characters, passages });
      }
      return views;
    },
  };
};

/** In the order they came in: of two reports the first one was there before. */
const checkedInOrder = (revisions: readonly Revision[]): Revision[] =>
  revisions
    .filter(({ state }) => state === 'checked')
    .sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
