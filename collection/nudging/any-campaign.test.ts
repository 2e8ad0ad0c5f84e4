import { expect, it } from 'vitest';
import type { NudgeSlot } from '../../core/records.ts';
import { ClaimedSlots, sampleCollection, usualHours, usualPolicy } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { type NudgePreference, planNudges } from './plan-nudges.ts';

const calendar = workingCalendar(usualHours);
const MINUTE = 60_000;

/** Numbers from 0 to 1 that are the same for the same seed. */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A campaign of any deadline, watched at odd moments by a clock that jumps forth and at times back. */
const run = (seed: number) => {
  const random = randomOf(seed);
  const begin = Date.parse('2026-01-05T00:00:00Z') + Math.floor(random() * 300 * 24 * 60) * MINUTE;
  const deadline = new Date(begin + Math.floor((2 + random() * 12) * 24 * 60) * MINUTE);
  const collection = sampleCollection('2026-12-31T18:00', {
    deadline: deadline.toISOString(),
    createdAt: new Date(begin).toISOString(),
    chatId: `oc_${seed}`,
  });
  const policy = usualPolicy();
  const ledger = new ClaimedSlots();
  const people = Array.from({ length: 6 }, (_, index) => ({
    id: `m${index}`,
    until: begin + random() * 20 * 24 * 60 * MINUTE,
  }));
  const preferences = new Map<string, NudgePreference>(
    people.map(({ id }) => [
      id,
      {
        private: random() < 0.2,
        ...(random() < 0.3 ? { quietUntil: new Date(begin + random() * 14 * 24 * 60 * MINUTE) } : {}),
      },
    ]),
  );
  const sent: (NudgeSlot & { readonly now: number })[] = [];
  let now = begin;
  while (now < deadline.getTime() + 6 * 24 * 60 * MINUTE) {
    const missing = people.filter(({ until }) => now < until);
    const plan = planNudges(
      [{ collection, policy, missing, claimed: ledger.of('c1'), preferences }],
      calendar,
      new Date(now),
    );
    for (const slot of ledger.claim(plan.flatMap(({ slots }) => slots))) sent.push({ ...slot, now });
    now += random() < 0.02 ? -90 * MINUTE : Math.ceil(random() * random() * 600) * MINUTE;
  }
  return { sent, people, preferences };
};

it.each(Array.from({ length: 40 }, (_, seed) => seed))('holds for campaign %i', (seed) => {
  const { sent, people, preferences } = run(seed);
  const keys = sent.map(({ memberId, slot }) => `${memberId} ${slot}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(sent.filter(({ now }) => !calendar.isWorkingTime(new Date(now), 'Asia/Shanghai'))).toEqual([]);
  const until = new Map(people.map((person) => [person.id, person.until]));
  expect(sent.filter(({ memberId, now }) => now >= (until.get(memberId) ?? 0))).toEqual([]);
  expect(sent.filter(({ memberId, now }) => (preferences.get(memberId)?.quietUntil?.getTime() ?? 0) > now)).toEqual([]);
});
