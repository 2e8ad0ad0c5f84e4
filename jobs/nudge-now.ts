import { workingCalendar } from '../collection/calendar/working-calendar.ts';
import type { DueNudge, NudgePart } from '../collection/nudging/plan-nudges.ts';
import type { MemberRef } from '../core/chat-event.ts';
import { grantedOnly, messagesOf } from './nudge-messages.ts';
import type { NudgePorts } from './nudge-ports.ts';
import type { Processor } from './processor.ts';
import { createSendNudge } from './send-nudge.ts';

/** 立即催办: everybody who is missing or those of them who were named, also those who put their nudges off; at any hour, since a person decided it. */
export const createNudgeNow = (ports: NudgePorts): Processor<'nudge-now'> => {
  const { stores, clock } = ports;
  const sendNudge = createSendNudge({ ...ports, calendar: workingCalendar(ports.config.officeHours) });

  return async ({ collectionId, at, memberIds }) => {
    const collection = await stores.collections.get(collectionId);
    if (collection === null || collection.state !== 'open') return;
    const { owing } = (await ports.readCampaign(collection, 'fresh')).roster;
    const missing = memberIds === undefined ? owing : owing.filter(({ id }) => memberIds.includes(id));
    const alone = await stores.nudgeWishes.privateAmong(
      collection.platform,
      missing.map((member) => member.id),
    );
    const slot = `now-${at.slice(0, 19).replace(/\D/gu, '')}`;
    const tone = Date.parse(collection.deadline) > clock.now().getTime() ? ('soon' as const) : ('late' as const);
    const nudgeOf = (members: readonly MemberRef[], memberId: string | null): DueNudge => {
      const part: NudgePart = { collection, slot, tone, urgent: false, members };
      const slots = members.map(({ id }) => ({ collectionId, memberId: id, slot }));
      return { platform: collection.platform, chatId: collection.chatId, memberId, parts: [part], slots };
    };
    const messages = [
      nudgeOf(
        missing.filter(({ id }) => !alone.has(id)),
        null,
      ),
      ...missing.filter(({ id }) => alone.has(id)).map((member) => nudgeOf([member], member.id)),
    ].flatMap(messagesOf);
    const granted = await stores.nudges.claim(messages.flatMap(({ slots }) => slots));
    for (const message of grantedOnly(messages, granted)) await sendNudge(message);
  };
};
