import type { WorkingCalendar } from '../collection/calendar/working-calendar.ts';
import type { NudgePart } from '../collection/nudging/plan-nudges.ts';
import { type NudgeCardPart, nudgeCard } from '../collection/replying/nudge-card.ts';
import type { MemberState } from '../collection/roster/member-states.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { CampaignReader } from './campaign-reader.ts';
import type { NudgeMessage } from './nudge-messages.ts';

export interface SendNudgePorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly readCampaign: CampaignReader;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sends one claimed message to those who are still missing, and marks it sent. When the platform is away the claim stays
 * and another round takes it up; a message that can never be delivered is marked as well, or it would be tried for ever.
 */
export const createSendNudge = (ports: SendNudgePorts) => {
  const { stores, clock, log } = ports;

  return async (message: NudgeMessage): Promise<void> => {
    const parts: NudgeCardPart[] = [];
    for (const part of message.parts) {
      const standing = await stillMissing(part);
      if (standing.members.length > 0) parts.push(standing);
    }
    if (parts.length > 0) await send(message, parts);
    await stores.nudges.markSent(message.slots, clock.now().toISOString());
  };

  /**
   * Read again just before sending: a report may have come in since the round began, the collection may be closed, or its
   * deadline moved; then what was planned for the old one is void, since the new one has nudges of its own.
   */
  async function stillMissing({ collection, slot, tone, members }: NudgePart): Promise<NudgeCardPart> {
    const now = await stores.collections.get(collection.id);
    const stands =
      now?.state === 'open' &&
      (slot.startsWith('now-') || Date.parse(now.deadline) === Date.parse(collection.deadline));
    const { roster } = await ports.readCampaign(now ?? collection, 'known');
    const ids = new Set(stands ? roster.owing.map((member) => member.id) : []);
    const named = members.filter((member) => ids.has(member.id));
    const inState = (wanted: MemberState): string[] =>
      roster.members
        .filter(({ member, state }) => state === wanted && named.some(({ id }) => id === member.id))
        .map(({ member }) => member.id);
    return {
      collection: now ?? collection,
      tone,
      members: named,
      sent: { unreadable: inState('unreadable'), unassigned: inState('unassigned') },
      handedIn: roster.counts.handedIn,
      total: roster.counts.total,
    };
  }

  async function send(message: NudgeMessage, parts: readonly NudgeCardPart[]): Promise<void> {
    const platform = ports.platformOf(message.platform);
    const { memberId } = message;
    const options = { now: clock.now(), calendar: ports.calendar };
    const people = parts.reduce((sum, { members }) => sum + members.length, 0);
    const inChat = (key: string) =>
      platform.send({ chatId: message.chatId }, nudgeCard(parts, { ...options, inPrivate: false }), key);
    try {
      const { messageId } =
        memberId !== null
          ? await sendPrivately(memberId, () => inChat(`${message.key}_in-chat`))
          : await inChat(message.key);
      log.info({ key: message.key, people, private: memberId !== null }, 'nudge-sent');
      await buzz(platform, messageId, message, parts);
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn({ key: message.key, code: error.code, private: memberId !== null }, 'nudge-undeliverable');
    }

    /** Who cannot be reached in private is named in the chat rather than forgotten. */
    async function sendPrivately(to: string, otherwise: () => Promise<{ messageId: string }>) {
      const card = nudgeCard(parts, { ...options, inPrivate: true });
      try {
        return await platform.send({ chatId: message.chatId, memberId: to }, card, message.key);
      } catch (error) {
        if (!(error instanceof AppError) || error.retryable) throw error;
        log.info({ key: message.key, code: error.code }, 'nudge-not-private');
        return otherwise();
      }
    }
  }

  /** The message stands in any case. */
  async function buzz(
    platform: ChatPlatform,
    messageId: string,
    message: NudgeMessage,
    parts: readonly NudgeCardPart[],
  ): Promise<void> {
    const urgent = new Set(message.parts.filter((part) => part.urgent).map((part) => part.collection.id));
    const ids = parts
      .flatMap(({ collection, members }) => (urgent.has(collection.id) ? members : []))
      .map(({ id }) => id);
    if (ids.length === 0 || platform.attention === undefined) return;
    try {
      const unreached = await platform.attention.buzz(messageId, [...new Set(ids)]);
      if (unreached.length > 0) log.info({ key: message.key, unreached: unreached.length }, 'nudge-not-buzzed');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.info({ key: message.key, code: error.code }, 'nudge-not-buzzed');
    }
  }
};
