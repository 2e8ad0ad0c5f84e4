import { createHash } from 'node:crypto';
import { endedCard, notReachedCard, type Packing, summaryCard } from '../collection/ending/ending-cards.ts';
import { ledgerWords as say } from '../collection/ending/words.ts';
import { ledgerXlsx } from '../collection/handing-over/ledger.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection } from '../core/records.ts';
import { PAIRS_IN_FOLD, type SharedTotal } from '../report/replying/shared-cards.ts';
import type { CampaignReader, CampaignState } from './campaign-reader.ts';
import { planPacking } from './pack-reports.ts';
import type { Processor } from './processor.ts';
import type { SharedReportsReader } from './shared-reports-reader.ts';

export interface DeliverPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly replier: Replier;
  readonly readCampaign: CampaignReader;
  readonly sharedReports: SharedReportsReader;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sends the ledger and the archives of a collection: at the deadline to its organisers, with a word to the chat; when
 * somebody asked, to them. Who organises gets one card, which tells at the deadline as well which reports share passages,
 * and the files. Everything has a key of its own, so that a job that is tried again sends what is left.
 */
export const createDeliverCollection = (ports: DeliverPorts): Processor<'deliver-collection'> => {
  const { stores, replier, clock, log } = ports;

  return async ({ collectionId, occasion, to }, attempt) => {
    const collection = await stores.collections.get(collectionId);
    if (collection === null) return;
    const campaign = await read(collection, attempt.last);
    const atDeadline = to === null;
    if (atDeadline) {
      const key = `ended_${collectionId}_${occasion}`;
      const { platform, chatId } = collection;
      await tolerant(collection, () =>
        replier.once({ platform, key, to: { chatId } }, endedCard(collection, campaign.roster)),
      );
    }
    const recipients = to === null ? await organisersOf(collection) : [to];
    const delivery = await deliver(campaign, recipients, occasion, atDeadline ? 'deadline' : 'asked');
    if (delivery.reached === 0) {
      const key = `not-reached_${collectionId}_${occasion}`;
      const { platform, chatId } = collection;
      await tolerant(collection, () => replier.once({ platform, key, to: { chatId } }, notReachedCard(collection)));
    }
    log.info({ collectionId, occasion, ...delivery }, 'collection-delivered');
  };

  /** Members as the platform tells them; as they are stored where it does not, since what was handed in is stored too. */
  async function read(collection: Collection, last: boolean): Promise<CampaignState> {
    try {
      return await ports.readCampaign(collection, 'fresh');
    } catch (error) {
      if (!(error instanceof AppError) || (error.retryable && !last)) throw error;
      log.warn({ collectionId: collection.id, code: error.code }, 'delivery-by-known-members');
      return ports.readCampaign(collection, 'known');
    }
  }

  async function deliver(
    campaign: CampaignState,
    recipients: readonly string[],
    occasion: string,
    kind: 'deadline' | 'asked',
  ): Promise<{ readonly reached: number; readonly archives: number }> {
    const { collection, roster } = campaign;
    const { platform, chatId, id } = collection;
    const show = (memberId: string, packing: Packing, shared: SharedTotal = nothingShared) =>
      replier.show(
        { platform, key: `summary_${id}_${occasion}_${memberId}`, to: { chatId, memberId } },
        summaryCard(collection, roster, { occasion: kind, packing, shared, now: clock.now() }),
      );
    const reached: string[] = [];
    for (const memberId of recipients) {
      if (await tolerant(collection, () => show(memberId, { done: 0, total: roster.counts.handedIn }))) {
        reached.push(memberId);
      }
    }
    if (reached.length === 0) return { reached: 0, archives: 0 };
    try {
      const plan = await planPacking(campaign, stores);
      const total = plan.archives.reduce((sum, { reports }) => sum + reports.length, 0);
      const ledger = await ledgerXlsx(plan.rows, say.ledgerTitle(collection.name));
      for (const memberId of reached) {
        await sendOnce(collection, memberId, `ledger_${id}_${occasion}`, say.ledgerName(collection.name), ledger);
      }
      let done = 0;
      for (const [index, archive] of plan.archives.entries()) {
        const bytes = await archive.zip();
        const name = say.archiveName(collection.name, index + 1, plan.archives.length);
        done += archive.reports.length;
        for (const memberId of reached) {
          await sendOnce(collection, memberId, `archive-${index + 1}_${id}_${occasion}`, name, bytes);
          if (index + 1 < plan.archives.length) await show(memberId, { done, total });
        }
      }
      const packing = { archives: plan.archives.length, reports: total, tooLarge: plan.tooLarge, gone: plan.gone };
      const shared = kind === 'deadline' ? await sharedIn(campaign) : nothingShared;
      for (const memberId of reached) await show(memberId, packing, shared);
      return { reached: reached.length, archives: plan.archives.length };
    } catch (error) {
      for (const memberId of reached) await tolerant(collection, () => show(memberId, 'failed'));
      throw error;
    }
  }

  /** Of the versions that count. That they cannot be compared keeps nobody from the files. */
  async function sharedIn({ collection, roster, revisions }: CampaignState): Promise<SharedTotal> {
    try {
      const counting = roster.members.flatMap(({ revision }) => revisions.get(revision?.id ?? '') ?? []);
      const { pairs } = await ports.sharedReports.ofVersions(counting);
      const members = roster.members.map(({ member }) => member);
      return {
        total: pairs.length,
        pairs: await ports.sharedReports.shown(pairs.slice(0, PAIRS_IN_FOLD), members),
      };
    } catch (error) {
      log.warn({ collectionId: collection.id, reason: String(error) }, 'reports-not-compared');
      return nothingShared;
    }
  }

  async function sendOnce(
    { platform, chatId }: Collection,
    memberId: string,
    what: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<void> {
    const key = `${what}_${createHash('sha256').update(memberId).digest('hex').slice(0, 16)}`;
    if ((await stores.replies.find(key)) !== null) return;
    const { messageId } = await ports.platformOf(platform).sendFile({ chatId, memberId }, { name, bytes }, key);
    await stores.replies.record(key, { platform, chatId, messageId });
  }

  async function organisersOf({ platform, chatId, organisers }: Collection): Promise<readonly string[]> {
    if (organisers.length > 0) return organisers;
    const { ownerId } = await ports.platformOf(platform).chatInfo(chatId);
    return ownerId === null ? [] : [ownerId];
  }

  /** Whether it could be said. Somebody who cannot be reached must not keep the others from their files. */
  async function tolerant({ id }: Collection, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn({ collectionId: id, code: error.code }, 'delivery-not-reached');
      return false;
    }
  }
};

const nothingShared: SharedTotal = { total: 0, pairs: [] };
