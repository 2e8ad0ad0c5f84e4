import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workingCalendar } from '../collection/calendar/working-calendar.ts';
import type { Collection } from '../core/records.ts';
import { type FeishuBench, openFeishuBench } from '../testing/benches/feishu.ts';
import { sampleCollection, usualHours } from '../testing/builders/campaign.ts';
import { withDatabase } from '../testing/postgres.ts';
import { createCampaignReader } from './campaign-reader.ts';
import { messagesOf } from './nudge-messages.ts';
import { createSendNudge } from './send-nudge.ts';

const database = withDatabase();
const clock = { now: () => new Date('2026-12-30T10:00:00+08:00') };

describe('between planning a nudge and sending it', () => {
  let bench: FeishuBench;
  beforeEach(async () => {
    bench = await openFeishuBench();
    await database.stores.chats.replaceMembers('feishu', bench.chatId, bench.members);
  });
  afterEach(() => bench.close());

  const change = (collection: Collection, to: Partial<Collection>) =>
    database.stores.collections.change(collection.id, '', (standing) => ({
      collection: { ...standing, ...to },
      what: '改',
    }));
  /** A nudge of all three for the collection as it was planned, sent after `meanwhile`; whom it named, and what is left. */
  const sent = async (meanwhile: (collection: Collection) => Promise<unknown>, slot = 'T-1d-202612311000') => {
    const { chatId, members, platform, emulator } = bench;
    const { stores } = database;
    const collection = sampleCollection('2026-12-31T18:00', { id: `c-${chatId}`, chatId });
    await stores.collections.create(collection, '');
    const part = { collection, slot, tone: 'soon' as const, urgent: false, members };
    const slots = members.map(({ id }) => ({ collectionId: collection.id, memberId: id, slot }));
    const [message] = messagesOf({ platform: 'feishu', chatId, memberId: null, parts: [part], slots });
    if (message === undefined) throw new Error('no message');
    await stores.nudges.claim(message.slots);
    await meanwhile(collection);
    const platformOf = () => platform;
    await createSendNudge({
      platformOf,
      stores,
      readCampaign: createCampaignReader({ platformOf, stores, clock }),
      calendar: workingCalendar(usualHours),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })(message);
    const cards = emulator.messages(chatId).filter(({ fromBot }) => fromBot);
    const unsent = await stores.nudges.unsent(new Date(Date.now() + 3_600_000).toISOString());
    return {
      named: cards.map(({ content }) => members.filter(({ id }) => content.includes(id)).length),
      left: unsent.filter(({ collectionId }) => collectionId === collection.id).length,
      words: cards.map(({ content }) => content).join(''),
    };
  };
  const submit = async (collection: Collection, index: number) => {
    const { revision } = await database.stores.submissions.add({
      platform: 'feishu',
      chatId: collection.chatId,
      collectionId: collection.id,
      author: { id: bench.members[index]?.id ?? '' },
      file: { messageId: `om_${collection.id}_${index}`, key: 'k', name: '报告.docx' },
      replyTo: 'om_1',
      receivedAt: clock.now().toISOString(),
    });
    return revision;
  };

  it('the deadline moves: nothing is said of the old one', async () => {
    const moved = await sent((collection) => change(collection, { deadline: '2027-01-08T10:00:00.000Z' }));
    expect([moved.named, moved.left]).toEqual([[], 0]);
  });

  it('the deadline moves, and an organiser had said so by hand: the new one is told', async () => {
    const byHand = await sent((collection) => change(collection, { deadline: '2027-01-08T10:00:00.000Z' }), 'now-1');
    expect([byHand.named, byHand.left, byHand.words.includes('1月8日')]).toEqual([[3], 0, true]);
  });

  it('the collection is closed: nothing is said', async () => {
    const closed = await sent((collection) => change(collection, { state: 'closed' }));
    expect([closed.named, closed.left]).toEqual([[], 0]);
  });

  it('somebody leaves: the others are named', async () => {
    const { chats } = database.stores;
    const left = await sent(({ chatId }) => chats.changeMembers('feishu', chatId, [], bench.members.slice(0, 1)));
    expect([left.named, left.left]).toEqual([[2], 0]);
  });

  it('somebody hands in: the others are named', async () => {
    const handed = await sent((collection) => submit(collection, 0));
    expect([handed.named, handed.left]).toEqual([[2], 0]);
  });

  it('somebody sends what cannot be read: is named, and told so', async () => {
    const unread = await sent(async (collection) => {
      const { id } = await submit(collection, 0);
      await database.stores.submissions.saveRefusal(id, { code: 'damaged', message: '打不开' });
    });
    expect([unread.named, unread.left, unread.words.includes('发来的文件没能读出')]).toEqual([[3], 0, true]);
  });

  it('the chat is dissolved: it is given up', async () => {
    const gone = await sent(async () => bench.emulator.fail('send', { kind: 'refuse', code: 232009 }));
    expect([gone.named, gone.left]).toEqual([[], 0]);
  });
});
