import type { MemberRef } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import { noteCard } from '../report/replying/collection-cards.ts';
import { sharedCard } from '../report/replying/shared-cards.ts';
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
  return async ({ platform, chatId, memberId, eventKey }) => {
    const { compared, pairs } = await sharedReports.ofChat(platform, chatId);
    const members = await membersOf(platform, chatId);
    const views = await sharedReports.shown(pairs, members);
    const chatName = await chatNameOf(platform, chatId);
    const key = `shared_${platform}_${eventKey}_${memberId}`;
    try {
      await replier.once({ platform, key, to: { chatId, memberId } }, sharedCard({ chatName, compared, pairs: views }));
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn({ chatId, code: error.code }, 'private-answer-refused');
      const refusal = noteCard('warn', say.sharedCommandTitle, [say.sharedNotPrivate]);
      await replier.once({ platform, key: `${key}-refused`, to: { chatId } }, refusal);
    }
  };
};
