import { performance } from 'node:perf_hooks';
import { workingCalendar } from '../collection/calendar/working-calendar.ts';
import { type Campaign, planNudges } from '../collection/nudging/plan-nudges.ts';
import { ClaimedSlots, sampleCollection, usualHours, usualPolicy } from '../testing/builders/campaign.ts';

/*
 * Planning nudges for 5,000 people in 50 collections: how long one minute's plan takes when nothing is due and when every
 * collection is, and how a working day's messages spread. `npx tsx bench/nudges.ts`
 */
const COLLECTIONS = 50;
const PEOPLE = 5000;
const calendar = workingCalendar(usualHours);
const policy = usualPolicy();
const ledger = new ClaimedSlots();

const campaigns: Campaign[] = Array.from({ length: COLLECTIONS }, (_, index) => ({
  collection: sampleCollection('2026-11-26T17:30', { id: `c${index}`, chatId: `oc_${index}` }),
  policy,
  missing: Array.from({ length: PEOPLE / COLLECTIONS }, (__, person) => ({ id: `m${index}-${person}` })),
  claimed: ledger.of(`c${index}`),
  preferences: new Map([[`m${index}-0`, { private: true }]]),
}));

const quantiles = (times: number[]) => {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  return `median ${at(0.5)} ms, 99 % ${at(0.99)} ms`;
};
const measure = (now: Date, rounds: number): string => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    planNudges(campaigns, calendar, now);
    times.push(performance.now() - started);
  }
  return quantiles(times);
};

console.log(`${PEOPLE} people in ${COLLECTIONS} collections`);
console.log(`night, nothing due:      ${measure(new Date('2026-11-24T15:00:00Z'), 300)}`);
console.log(`morning, everything due: ${measure(new Date('2026-11-25T03:00:00Z'), 300)}`);

let messages = 0;
let people = 0;
let most = 0;
const times: number[] = [];
const start = Date.parse('2026-11-23T00:00:00+08:00');
for (let minute = 0; minute < 5 * 24 * 60; minute += 1) {
  const now = new Date(start + minute * 60_000);
  const begun = performance.now();
  const plan = planNudges(campaigns, calendar, now);
  times.push(performance.now() - begun);
  for (const message of plan) people += ledger.claim(message.slots).length;
  messages += plan.length;
  most = Math.max(most, plan.length);
}
console.log(`five days, every minute (${times.length} plans): ${quantiles(times)}`);
console.log(`${messages} messages to ${people} people, at most ${most} in a minute`);
