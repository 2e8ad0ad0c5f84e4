import { describe, expect, it } from 'vitest';
import type { DueNudge } from '../collection/nudging/plan-nudges.ts';
import { sampleCollection } from '../testing/builders/campaign.ts';
import { grantedOnly, isPrivateKey, messagesOf } from './nudge-messages.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `m${String(from + index).padStart(2, '0')}` }));
const nudge = (memberId: string | null = null): DueNudge => {
  const parts = [
    { id: 'c1', members: people(0, 15) },
    { id: 'c2', members: people(5, 30) },
  ].map(({ id, members }) => ({
    collection: sampleCollection('2026-12-31T18:00', { id }),
    slot: 'T-1d',
    tone: 'soon' as const,
    urgent: false,
    members,
  }));
  const slots = parts.flatMap(({ collection, members }) =>
    members.map((member) => ({ collectionId: collection.id, memberId: member.id, slot: 'T-1d' })),
  );
  return { platform: 'feishu', chatId: 'oc_1', memberId, parts, slots };
};
const sizes = (messages: ReturnType<typeof messagesOf>) =>
  messages.map(({ parts, slots }) => [parts.map((part) => [part.collection.id, part.members.length]), slots.length]);

describe('messages of a nudge', () => {
  it('name twenty people each, over the collections', () => {
    expect(sizes(messagesOf(nudge()))).toEqual([
      [
        [
          ['c1', 15],
          ['c2', 5],
        ],
        20,
      ],
      [[['c2', 20]], 20],
    ]);
  });

  it('have keys made of what they claim: the same in every process, never two alike', () => {
    const [one, again, alone] = [messagesOf(nudge()), messagesOf(nudge()), messagesOf(nudge('m01'))];
    const keys = (messages: typeof one) => messages.map(({ key }) => key);
    expect(keys(again)).toEqual(keys(one));
    expect(new Set([...keys(one), ...keys(alone)]).size).toBe(4);
    expect([keys(one).some(isPrivateKey), keys(alone).every(isPrivateKey)]).toEqual([false, true]);
    for (const { key, slots } of one) expect(new Set(slots.map(({ message }) => message))).toEqual(new Set([key]));
  });

  it('keep only those whose claim was granted', () => {
    const messages = messagesOf(nudge());
    const granted = messages.flatMap(({ slots }) => slots).filter(({ memberId }) => memberId < 'm03');
    expect(sizes(grantedOnly(messages, granted))).toEqual([[[['c1', 3]], 3]]);
    expect(grantedOnly(messages, [])).toEqual([]);
  });
});
