import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workingCalendar } from '../../collection/calendar/working-calendar.ts';
import type { Collection } from '../../core/records.ts';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import { sampleCollection, usualHours } from '../builders/campaign.ts';
import { sampleResult } from '../builders/report-result.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { type ReadNudge, readNudges } from './nudge-reading.ts';

/*
 * The whole bot through three weeks around the National Day of 2026 (days off 1 to 7 October, 20 September and 10 October
 * worked): 200 people in two chats, three collections. Two processes plan at once; both are restarted, once after a day and
 * a half; the machine's clock is set back by two hours for a day; answers of the platform get lost; files come in doubly.
 */
const database = withDatabase();
const MINUTE = 60_000;
const at = (wall: string): number => Date.parse(`2026-${wall}:00+08:00`);
const shown = (instant: number): string =>
  new Date(instant + 480 * MINUTE).toISOString().slice(5, 16).replace('T', ' ');
const people = Array.from({ length: 200 }, (_, index) => ({
  id: `ou_member${String(index).padStart(3, '0')}`,
  name: `成员${String(index).padStart(3, '0')}`,
}));
const [first = [], second = []] = [people.slice(0, 120), people.slice(120)];
const begin = at('09-17T10:00');
const end = at('10-13T20:00');

const collectionOf = (id: string, chatId: string, name: string, deadline: string): Collection =>
  sampleCollection(deadline, {
    id,
    chatId,
    name,
    createdAt: new Date(begin).toISOString(),
    organisers: [people[0]?.id ?? ''],
    audience: { mode: 'all', chosen: [], exempt: [{ id: people[7]?.id ?? '' }, { id: people[127]?.id ?? '' }] },
  });
const collections = [
  collectionOf('quarter', 'oc_first', '三季度小结', '2026-09-24T12:00'),
  collectionOf('duty', 'oc_first', '述职述廉报告', '2026-09-30T18:00'),
  collectionOf('party', 'oc_second', '党建工作总结', '2026-10-08T17:30'),
];

/** A number from 0 to 1, the same for the same words. */
const chance = (words: string): number => {
  let hash = 7;
  for (const character of words) hash = Math.imul(hash ^ character.charCodeAt(0), 0x9e3779b1) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
};

interface Deed {
  readonly at: number;
  readonly collectionId: string;
  readonly memberId: string;
  readonly what: 'hand-in' | 'recall';
}

/** Most hand in before the deadline, some after it, a few never; some recall and hand in again. */
const deedsOf = ({ id, chatId, deadline }: Collection): Deed[] =>
  (chatId === 'oc_first' ? first : second).flatMap(({ id: memberId }): Deed[] => {
    const key = `${id} ${memberId}`;
    if (chance(`never ${key}`) < 0.08) return [];
    const when = begin + chance(`when ${key}`) * (Date.parse(deadline) - begin) * 1.2;
    const deed = (offset: number, what: Deed['what']): Deed => ({
      at: when + offset,
      collectionId: id,
      memberId,
      what,
    });
    const recalls = chance(`recalls ${key}`) < 0.1;
    return [deed(0, 'hand-in'), ...(recalls ? [deed(180 * MINUTE, 'recall'), deed(30 * 60 * MINUTE, 'hand-in')] : [])];
  });

describe('a campaign of three weeks', () => {
  let emulator: FeishuEmulator;
  let bots: BotUnderTest[] = [];
  let real = begin;
  /** What the machine's clock shows: set back by two hours on 22 September at 15:00, for a day. */
  const clock = () => new Date(real >= at('09-22T15:00') && real < at('09-23T15:00') ? real - 120 * MINUTE : real);
  const revisions = new Map<string, string>();
  const handedIn = new Set<string>();
  const sent: (ReadNudge & { readonly real: number })[] = [];
  const wrong: string[] = [];
  let read = 0;

  const startBots = async () => {
    const options = { clock: { now: clock } };
    bots = [await startBotUnderTest(emulator, database, options), await startBotUnderTest(emulator, database, options)];
  };
  const stopBots = async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  };
  const act = async ({ collectionId, memberId, what }: Deed) => {
    const { submissions } = database.stores;
    const key = `${collectionId} ${memberId}`;
    if (what === 'recall') {
      handedIn.delete(key);
      return submissions.withdraw(revisions.get(key) ?? '');
    }
    const chatId = collections.find(({ id }) => id === collectionId)?.chatId ?? '';
    const messageId = `om_${collectionId}_${memberId}_${revisions.has(key) ? 2 : 1}`;
    const upload = {
      platform: 'feishu',
      chatId,
      collectionId,
      author: { id: memberId },
      file: { messageId, key: messageId, name: '报告.docx' },
      replyTo: messageId,
      receivedAt: clock().toISOString(),
    };
    // The same event comes in twice.
    const [{ revision }] = await Promise.all([submissions.add(upload), submissions.add(upload)]);
    await submissions.saveResult(revision.id, sampleResult(), '');
    revisions.set(key, revision.id);
    handedIn.add(key);
  };
  const collect = () => {
    const all = [...emulator.world.messages.values()].slice(read);
    read += all.length;
    for (const nudge of all.filter(({ fromBot }) => fromBot).flatMap((message) => readNudges(emulator, message))) {
      sent.push({ ...nudge, real });
      const collection = collections.find(({ name }) => name === nudge.name);
      for (const id of nudge.people) {
        if (collection === undefined || handedIn.has(`${collection.id} ${id}`)) wrong.push(`${shown(real)} ${id}`);
      }
    }
  };
  const special: readonly (readonly [number, () => Promise<void>])[] = [
    [
      at('09-19T11:00'),
      async () => {
        await stopBots();
        await startBots();
      },
    ],
    [at('09-22T10:00'), async () => database.stores.nudgeWishes.setPrivate('feishu', people[19]?.id ?? '', true)],
    [at('09-23T09:00'), async () => emulator.membership.leave('oc_first', people[5]?.id ?? '')],
    [at('09-23T09:20'), async () => emulator.fail('send', { kind: 'response-lost' }, 2)],
    [at('09-28T09:20'), stopBots],
    [at('09-29T14:20'), startBots],
    [at('09-29T15:00'), async () => emulator.membership.join('oc_second', people[5]?.id ?? '')],
    [
      at('09-30T15:00'),
      async () =>
        database.stores.nudgeWishes.pause('duty', people[9]?.id ?? '', new Date(at('10-08T10:00')).toISOString()),
    ],
  ];

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    for (const person of people) emulator.world.saveMember(person);
    for (const [id, members] of [
      ['oc_first', first],
      ['oc_second', second],
    ] as const) {
      const made = emulator.addChat({ name: id, members: members.map((member) => member.id) });
      const record = emulator.world.chats.get(made.id);
      if (record === undefined) throw new Error('no chat');
      emulator.world.saveChat({ ...record, id });
    }
    emulator.membership.p2pChat(people[19]?.id ?? '');
    for (const collection of collections) await database.stores.collections.create(collection, collection.createdBy);
    await startBots();
    const deeds = collections.flatMap(deedsOf).sort((a, b) => a.at - b.at);
    const todo = [...special];
    for (; real < end; real += 40 * MINUTE) {
      const hour = (new Date(real).getUTCHours() + 8) % 24;
      for (let deed = deeds[0]; deed !== undefined && deed.at <= real; deed = deeds[0]) {
        await act(deed);
        deeds.shift();
      }
      for (let next = todo[0]; next !== undefined && next[0] <= real; next = todo[0]) {
        await next[1]();
        todo.shift();
      }
      // Every forty minutes of the day, now and then at night.
      if ((hour < 8 || hour > 19) && real % (240 * MINUTE) !== 0) continue;
      await Promise.all(bots.map((bot) => bot.processors['plan-nudges']({}, { last: true })));
      collect();
    }
  }, 600_000);
  afterAll(async () => {
    await stopBots();
    await emulator.close();
  });

  it('nudged everybody as the golden timeline says', async () => {
    // Chats are spoken to at once, so only the order within a chat is certain.
    const places: Readonly<Record<string, string>> = { oc_first: '群一', oc_second: '群二' };
    const placed = sent.map((nudge) => ({ ...nudge, place: places[nudge.chatId] ?? '私聊' }));
    const lines = placed
      .sort((a, b) => a.real - b.real || a.place.localeCompare(b.place))
      .map(({ real: when, place, name, people: named }) => {
        const numbers = named.map((id) => id.replace('ou_member', '')).join(' ');
        return `${shown(when)} ${place} ${name} ${named.length}：${numbers}`;
      });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./campaign.golden.txt');
  });

  it('nudged nobody who had handed in, nor who is exempt or had left', () => {
    const exempt = new Set([people[7]?.id, people[127]?.id]);
    expect([wrong, sent.flatMap((nudge) => nudge.people).filter((id) => exempt.has(id))]).toEqual([[], []]);
    const afterLeaving = sent.filter(
      ({ real: when, chatId, people: named }) =>
        when > at('09-23T09:00') && chatId === 'oc_first' && named.includes(people[5]?.id ?? ''),
    );
    expect(afterLeaving).toEqual([]);
    expect(sent.flatMap((nudge) => nudge.people).length).toBeGreaterThan(200);
  });

  it('spoke within working hours only', () => {
    const calendar = workingCalendar(usualHours);
    const outside = sent.filter(({ real: when }) => {
      const setBack = when >= at('09-22T15:00') && when < at('09-23T15:00');
      return !calendar.isWorkingTime(new Date(setBack ? when - 120 * MINUTE : when), 'Asia/Shanghai');
    });
    expect(outside).toEqual([]);
  });

  it('sent no slot to anybody twice', async () => {
    const { rows } = await database.database.pool.query<{ collection_id: string; member_id: string; slots: string }>(
      `SELECT collection_id, member_id, count(DISTINCT message) AS slots FROM nudges GROUP BY 1, 2`,
    );
    const claimed = new Map(rows.map((row) => [`${row.collection_id} ${row.member_id}`, Number(row.slots)]));
    const counts = new Map<string, number>();
    for (const { name, people: named } of sent) {
      for (const id of named) {
        const key = `${collections.find((one) => one.name === name)?.id} ${id}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect([...counts].filter(([key, count]) => count > (claimed.get(key) ?? 0))).toEqual([]);
    expect(await database.stores.nudges.unsent(new Date(Date.now() + 3_600_000).toISOString())).toEqual([]);
  });
});
