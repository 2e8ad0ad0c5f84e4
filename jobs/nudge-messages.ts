import { createHash } from 'node:crypto';
import type { DueNudge, NudgePart } from '../collection/nudging/plan-nudges.ts';
import type { NudgeSlot } from '../core/records.ts';

/** Names in one message. */
export const NAMES_AT_MOST = 20;

/** One message as it is claimed, sent and, should its process die, sent again. */
export interface NudgeMessage extends DueNudge {
  /** Made of what it claims, so that the same message has the same key in every process. */
  readonly key: string;
}

/** Cuts long lists of names into several messages. */
export const messagesOf = (nudge: DueNudge): NudgeMessage[] => {
  const named = nudge.parts.flatMap((part) => part.members.map((member) => ({ part, member })));
  const messages: NudgeMessage[] = [];
  for (let from = 0; from < named.length; from += NAMES_AT_MOST) {
    const some = named.slice(from, from + NAMES_AT_MOST);
    const parts = new Map<NudgePart, NudgePart['members'][number][]>();
    for (const { part, member } of some) parts.set(part, [...(parts.get(part) ?? []), member]);
    const wanted = new Set(some.map(({ part, member }) => `${part.collection.id} ${member.id}`));
    const slots = nudge.slots.filter(({ collectionId, memberId }) => wanted.has(`${collectionId} ${memberId}`));
    const key = keyOf(slots, nudge.memberId !== null);
    messages.push({
      ...nudge,
      parts: [...parts].map(([part, members]) => ({ ...part, members })),
      slots: slots.map((slot) => ({ ...slot, message: key })),
      key,
    });
  }
  return messages;
};

/** Whether the message of this key went, or was to go, to one person in private. */
export const isPrivateKey = (key: string): boolean => key.startsWith(privately);

const privately = 'nudge-private_';
const keyOf = (slots: readonly NudgeSlot[], inPrivate: boolean): string => {
  const names = slots.map((slot) => `${slot.collectionId} ${slot.slot} ${slot.memberId}`).sort();
  const digest = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);
  return `${inPrivate ? privately : 'nudge_'}${digest}`;
};

/** Messages with only the people whose claim was granted. */
export const grantedOnly = (
  messages: readonly NudgeMessage[],
  granted: readonly { readonly collectionId: string; readonly memberId: string; readonly slot: string }[],
): NudgeMessage[] => {
  const ours = new Set(granted.map((slot) => `${slot.collectionId} ${slot.memberId} ${slot.slot}`));
  return messages.flatMap((message) => {
    const slots = message.slots.filter((slot) => ours.has(`${slot.collectionId} ${slot.memberId} ${slot.slot}`));
    const people = new Set(slots.map((slot) => `${slot.collectionId} ${slot.memberId}`));
    const parts = message.parts
      .map((part) => ({
        ...part,
        members: part.members.filter((member) => people.has(`${part.collection.id} ${member.id}`)),
      }))
      .filter((part) => part.members.length > 0);
    return parts.length === 0 ? [] : [{ ...message, slots, parts }];
  });
};
