import { DrizzleQueryError } from 'drizzle-orm';
import { AppError } from '../core/errors.ts';
import type { FileStore, Stores } from '../core/ports/stores.ts';
import { draftStore, overrideStore } from './campaign-stores.ts';
import { chatStore } from './chat-store.ts';
import { collectionStore } from './collection-store.ts';
import type { Database } from './database.ts';
import { inboxStore } from './inbox-store.ts';
import { nudgeLedger, replyLedger, waiverStore } from './ledgers.ts';
import { modelBudget, modelConsentStore } from './model-stores.ts';
import { nudgeWishStore, rosterCardStore } from './nudge-wishes.ts';
import { passageStore } from './passage-store.ts';
import { standingStore } from './standing-store.ts';
import { submissionStore } from './submission-store.ts';
import { wordListStore } from './word-list-store.ts';

/** Every store on one migrated database. */
export const createStores = (db: Database, files: FileStore): Stores => ({
  inbox: guarded(inboxStore(db)),
  chats: guarded(chatStore(db)),
  collections: guarded(collectionStore(db)),
  overrides: guarded(overrideStore(db)),
  drafts: guarded(draftStore(db)),
  submissions: guarded(submissionStore(db)),
  passages: guarded(passageStore(db)),
  replies: guarded(replyLedger(db)),
  nudges: guarded(nudgeLedger(db)),
  standings: guarded(standingStore(db)),
  rosterCards: guarded(rosterCardStore(db)),
  nudgeWishes: guarded(nudgeWishStore(db)),
  waivers: guarded(waiverStore(db)),
  wordLists: guarded(wordListStore(db)),
  modelConsents: guarded(modelConsentStore(db)),
  modelBudget: guarded(modelBudget(db)),
  files,
});

/**
 * Failures as callers may see them: a failed query's message holds every value, reports included, and must not reach a
 * log; a database that is away is worth another try.
 */
const guarded = <S extends object>(store: S): S =>
  new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...values: unknown[]) => {
        try {
          return await member.apply(target, values);
        } catch (error) {
          throw plainFailure(error);
        }
      };
    },
  });

const plainFailure = (error: unknown): unknown => {
  const failure = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(failure instanceof Error) || failure instanceof AppError) return failure;
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  const away = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /timeout|Connection terminated/.test(failure.message);
  if (!away) return failure;
  return new AppError('unavailable', 'the database is away', { retryable: true, cause: failure, context: { code } });
};
