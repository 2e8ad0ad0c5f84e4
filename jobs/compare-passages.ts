import type { SharedPair } from '../collection/shared-reports.ts';
import type { MemberRef } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import { noteCard } from '../report/replying/collection-cards.ts';
import { type SharedPairView, type SharedSide, sharedCard } from '../report/replying/shared-cards.ts';
import { say } from '../report/replying/wording.ts';
import type { Processor } from './processor.ts';
import type { SharedReportsReader } from './shared-reports-reader.ts';

export interface ComparePassagesPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly replier: Replier;
  readonly sharedReports: SharedReportsReader;
  readonly log: Log;
}

/** Compares the newest reports of a chat and tells an organiser in private which of them share passages. */
export const createComparePassages = ({
  platformOf,
  stores,
  replier,
  sharedReports,
  log,
}: ComparePassagesPorts): Processor<'compare-passages'> => {
  const membersOf = async (platform: string, chatId: string): Promise<readonly MemberRef[]> => {
    try {
      return await platformOf(platform).members(chatId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return (await stores.chats.members(platform, chatId)) ?? [];
    }
  };
  const chatNameOf = async (platform: string, chatId: string): Promise<string | null> => {
    try {
      return (await platformOf(platform).chatInfo(chatId)).name;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return null;
    }
  };
  const sideOf = async (revisionId: string, members: readonly MemberRef[]): Promise<SharedSide | null> => {
    const [revision, stored] = await Promise.all([
      stores.submissions.get(revisionId),
      stores.submissions.result(revisionId),
    ]);
    if (revision === null || stored === null || revision.state === 'withdrawn') return null;
    const known = members.find(({ id }) => id === revision.author.id)?.name;
    const author = known ?? revision.author.name ?? stored.result.author?.name ?? say.nameless;
    return { author, ...stored };
  };
  const viewOf = async (
    { a, b, characters, passages }: SharedPair,
    members: readonly MemberRef[],
  ): Promise<SharedPairView | null> => {
    const [one, other] = [await sideOf(a, members), await sideOf(b, members)];
    return one === null || other === null ? null : { a: one, b: other, characters, passages };
  };

  return async ({ platform, chatId, memberId, eventKey, onlyIfAny }) => {
    const { compared, pairs } = await sharedReports.ofChat(platform, chatId);
    if (onlyIfAny && pairs.length === 0) return;
    const members = await membersOf(platform, chatId);
    const views: SharedPairView[] = [];
    for (const pair of pairs) {
      const view = await viewOf(pair, members);
      if (view !== null) views.push(view);
    }
    const chatName = await chatNameOf(platform, chatId);
    const key = `shared_${platform}_${eventKey}_${memberId}`;
    try {
      await replier.once({ platform, key, to: { chatId, memberId } }, sharedCard({ chatName, compared, pairs: views }));
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn({ chatId, code: error.code }, 'private-answer-refused');
      if (onlyIfAny) return;
      const refusal = noteCard('warn', say.sharedCommandTitle, [say.sharedNotPrivate]);
      await replier.once({ platform, key: `${key}-refused`, to: { chatId } }, refusal);
    }
  };
};
