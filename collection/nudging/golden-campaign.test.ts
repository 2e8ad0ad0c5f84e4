import { expect, it } from 'vitest';
import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import { ClaimedSlots, sampleCollection, usualHours, usualPolicy } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { type NudgePreference, planNudges } from './plan-nudges.ts';

/*
 * Three weeks around the National Day of 2026 (days off 1 to 7 October, 20 September and 10 October worked), 200 people in
 * two chats, three collections; two processes plan every two minutes, an outage of a day and a half, a clock set back.
 */
const calendar = workingCalendar(usualHours);
const policy = usualPolicy();
const zone = 'Asia/Shanghai';
const MINUTE = 60_000;
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);
const shown = (instant: number): string =>
  new Date(instant + 8 * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

const createdAt = '2026-09-17T10:00:00+08:00';
const collections: readonly Collection[] = [
  sampleCollection('2026-09-24T12:00', { id: 'plan', chatId: 'oc_1', name: '三季度小结', createdAt }),
  sampleCollection('2026-09-30T18:00', { id: 'duty', chatId: 'oc_1', name: '述职述廉报告', createdAt }),
  sampleCollection('2026-10-08T17:30', { id: 'party', chatId: 'oc_2', name: '党建工作总结', createdAt }),
];
const people: readonly MemberRef[] = Array.from({ length: 200 }, (_, index) => ({
  id: `m${String(index).padStart(3, '0')}`,
}));

/** A number from 0 to 1, the same for the same words. */
const chance = (words: string): number => {
  let hash = 7;
  for (const character of words) hash = Math.imul(hash ^ character.charCodeAt(0), 0x9e3779b1) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
};

interface Person {
  readonly member: MemberRef;
  readonly joined: number;
  readonly left: number;
  readonly exempt: boolean;
  /** When the report is there: from, to (Infinity unless it was recalled). */
  readonly handedIn: readonly (readonly [number, number])[];
  readonly preference: NudgePreference;
}

const personOf = (member: MemberRef, collection: Collection): Person => {
  const key = `${collection.id} ${member.id}`;
  const deadline = Date.parse(collection.deadline);
  const begin = at('2026-09-17T10:00');
  // Most hand in before the deadline, some after it, a few never.
  const when = begin + chance(`when ${key}`) * (deadline - begin) * 1.25;
  const never = chance(`never ${key}`) < 0.04;
  const recalls = chance(`recalls ${key}`) < 0.1;
  return {
    member,
    joined: chance(`joined ${key}`) < 0.05 ? begin + 6 * 24 * 60 * MINUTE : 0,
    left: chance(`left ${key}`) < 0.05 ? begin + 9 * 24 * 60 * MINUTE : Number.POSITIVE_INFINITY,
    exempt: chance(`exempt ${key}`) < 0.05,
    handedIn: never
      ? []
      : recalls
        ? [
            [when, when + 3 * 60 * MINUTE],
            [when + 20 * 60 * MINUTE, Number.POSITIVE_INFINITY],
          ]
        : [[when, Number.POSITIVE_INFINITY]],
    preference: {
      private: chance(`private ${member.id}`) < 0.05,
      ...(chance(`snooze ${key}`) < 0.04 ? { quietUntil: new Date(deadline - 20 * 60 * MINUTE) } : {}),
    },
  };
};

const cast = new Map(
  collections.map((collection) => [collection.id, people.map((member) => personOf(member, collection))]),
);
const owes = (person: Person, now: number): boolean =>
  now >= person.joined &&
  now < person.left &&
  !person.exempt &&
  !person.handedIn.some(([from, to]) => now >= from && now < to);

/** Real time and what the machine's clock shows: it was set back by two hours on 22 September at 15:00, for a day. */
const clockAt = (real: number): number =>
  real >= at('2026-09-22T15:00') && real < at('2026-09-23T15:00') ? real - 120 * MINUTE : real;
const down = (real: number): boolean => real >= at('2026-09-28T09:15') && real < at('2026-09-29T14:20');

interface Sent {
  readonly clock: number;
  readonly real: number;
  readonly collectionId: string;
  readonly slot: string;
  readonly memberId: string;
}

const run = (): { readonly timeline: string[]; readonly sent: Sent[] } => {
  const ledger = new ClaimedSlots();
  const timeline: string[] = [];
  const sent: Sent[] = [];
  for (let real = at('2026-09-17T10:00'); real < at('2026-10-14T00:00'); real += 2 * MINUTE) {
    const hour = new Date(real + 8 * 60 * MINUTE).getUTCHours();
    const night = hour < 8 || hour >= 20;
    if (down(real) || (night && real % (30 * MINUTE) !== 0)) continue;
    const clock = clockAt(real);
    const now = new Date(clock);
    if (night && calendar.isWorkingTime(now, zone)) throw new Error('the nights of this test are no working time');
    const campaigns = () =>
      collections.map((collection) => {
        const members = cast.get(collection.id) ?? [];
        return {
          collection,
          policy,
          missing: members.filter((person) => owes(person, real)).map(({ member }) => member),
          claimed: new Map([...ledger.of(collection.id)].map(([slot, ids]) => [slot, new Set(ids)])),
          preferences: new Map(members.map(({ member, preference }) => [member.id, preference])),
        };
      });
    // Both processes plan before either claims.
    const snapshot = campaigns();
    const first = planNudges(snapshot, calendar, now);
    for (const plan of first.length === 0 ? [] : [first, planNudges(snapshot, calendar, now)]) {
      const lines = new Map<string, string[]>();
      for (const message of plan) {
        const granted = ledger.claim(message.slots);
        for (const { collectionId, slot, memberId } of granted) {
          sent.push({ clock, real, collectionId, slot, memberId });
          const key = `${shown(clock)} ${message.chatId} ${collectionId} ${slot} ${message.memberId === null ? '群' : '私'}`;
          lines.set(key, [...(lines.get(key) ?? []), memberId]);
        }
      }
      for (const [key, ids] of lines)
        timeline.push(`${key} ${ids.length}：${ids.length > 6 ? `${ids.slice(0, 6).join(' ')} …` : ids.join(' ')}`);
    }
  }
  return { timeline, sent };
};

const { timeline, sent } = run();

it('sends what the golden timeline says', async () => {
  await expect(`${timeline.join('\n')}\n`).toMatchFileSnapshot('./golden-campaign.txt');
});

it('uses no slot of a person twice', () => {
  const keys = sent.map(({ collectionId, slot, memberId }) => `${collectionId} ${slot} ${memberId}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it('nudges nobody who has handed in, is exempt, has left or has not joined', () => {
  const wrong = sent.filter(({ collectionId, memberId, real }) => {
    const person = cast.get(collectionId)?.find(({ member }) => member.id === memberId);
    return person === undefined || !owes(person, real);
  });
  expect([wrong, sent.length > 500]).toEqual([[], true]);
});

it('speaks in working hours of working days only, and off the hour', () => {
  expect(sent.filter(({ clock }) => !calendar.isWorkingTime(new Date(clock), zone))).toEqual([]);
  expect(
    sent.filter(({ slot, clock }) => !slot.startsWith('again') && [0, 30].includes(new Date(clock).getUTCMinutes())),
  ).toEqual([]);
});

it('reaches everybody who stayed missing with every step that was not overtaken', () => {
  const stayed = (cast.get('duty') ?? []).filter(
    ({ joined, left, exempt, handedIn, preference }) =>
      joined === 0 &&
      left > at('2026-10-14T00:00') &&
      !exempt &&
      handedIn.length === 0 &&
      preference.quietUntil === undefined,
  );
  const steps = (id: string) =>
    sent.filter(({ collectionId, memberId }) => collectionId === 'duty' && memberId === id).map(({ slot }) => slot);
  expect(stayed.length).toBeGreaterThan(0);
  for (const { member } of stayed)
    expect(steps(member.id)).toEqual(stayed[0] === undefined ? [] : steps(stayed[0].member.id));
});
