import { createHash } from 'node:crypto';
import { movedRosterCard, rosterCard } from '../collection/replying/roster-card.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform, ReplyTarget } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, RosterCardRecord } from '../core/records.ts';
import type { Reply } from '../core/reply.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import type { CampaignReader } from './campaign-reader.ts';
import type { Processor } from './processor.ts';

export interface RosterCardPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly readCampaign: CampaignReader;
  readonly clock: Clock;
  readonly log: Log;
}

/** The platform edits cards for fourteen days; a day is left for the edits still on their way. */
const LONGEST_LIFE = 13 * 24 * 60 * 60 * 1000;

/**
 * Keeps one card per collection true. It is edited in place; when it is asked for, when it is too old, or when it is
 * gone, another takes its place and the old one says so.
 */
export const createRosterCard = (ports: RosterCardPorts): Processor<'roster-card'> => {
  const { stores, clock, log } = ports;

  return async ({ collectionId, started, asked }) => {
    const collection = await stores.collections.get(collectionId);
    if (collection === null) return;
    const standing = await stores.rosterCards.get(collectionId);
    const askedKey =
      asked === undefined ? null : `${eventReplyKey(collection.platform, asked.eventKey)}_${collectionId}`;
    const wanted = askedKey !== null && (await stores.replies.find(askedKey)) === null;
    if (standing === null && !started && !wanted) return;
    const { roster } = await ports.readCampaign(collection, wanted || started ? 'fresh' : 'known');
    const reply = rosterCard(collection, roster, clock.now());
    const { name, deadline, state } = collection;
    const shown = digestOf([name, deadline, state, roster, Date.parse(deadline) <= clock.now().getTime()]);
    if (standing !== null && !wanted && !isOld(standing)) {
      if (standing.shown === shown) return;
      if (await edited(collection, standing.messageId, reply)) {
        await stores.rosterCards.save({ ...standing, shown });
        return;
      }
    }
    const number = (standing?.number ?? 0) + 1;
    const sentAt = clock.now().toISOString();
    const to = { chatId: collection.chatId, ...(wanted && asked !== undefined ? { replyTo: asked.messageId } : {}) };
    const messageId = await send(collection, to, reply, askedKey ?? `roster-card_${collectionId}_${number}`);
    await stores.rosterCards.save({ collectionId, messageId, number, sentAt, shown });
    if (askedKey !== null) {
      await stores.replies.record(askedKey, { platform: collection.platform, chatId: collection.chatId, messageId });
    }
    await showOnTop(collection, messageId);
    if (standing !== null && standing.messageId !== messageId) {
      await edited(collection, standing.messageId, movedRosterCard(collection.name));
    }
    log.info({ collectionId, number }, 'roster-card-sent');
  };

  function isOld(card: RosterCardRecord): boolean {
    return clock.now().getTime() - Date.parse(card.sentAt) >= LONGEST_LIFE;
  }

  /** False when the message is gone or takes no edits any more. */
  async function edited(collection: Collection, messageId: string, reply: Reply): Promise<boolean> {
    try {
      await ports.platformOf(collection.platform).edit(messageId, reply);
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'edit-unsupported' && error.code !== 'target-gone'))
        throw error;
      return false;
    }
  }

  /** The message that asked may be gone; the card is for everybody. */
  async function send(collection: Collection, to: ReplyTarget, reply: Reply, onceKey: string): Promise<string> {
    const platform = ports.platformOf(collection.platform);
    try {
      return (await platform.send(to, reply, onceKey)).messageId;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'target-gone' || to.replyTo === undefined) throw error;
      return (await platform.send({ chatId: to.chatId }, reply, `${onceKey}_alone`)).messageId;
    }
  }

  async function showOnTop(collection: Collection, messageId: string): Promise<void> {
    try {
      await ports.platformOf(collection.platform).attention?.showOnTop(collection.chatId, messageId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.info({ collectionId: collection.id, code: error.code }, 'roster-card-not-on-top');
    }
  }
};

const digestOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
