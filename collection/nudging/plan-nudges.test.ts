import { describe, expect, it } from 'vitest';
import { ClaimedSlots, sampleCollection, usualHours, usualPolicy } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { type Campaign, type NudgePreference, planNudges, quietAfterPromise } from './plan-nudges.ts';

const calendar = workingCalendar(usualHours);
const policy = usualPolicy({ jitter: { from: 7, to: 7 } });
const people = (...ids: string[]) => ids.map((id) => ({ id, name: `成员${id}` }));
const at = (wall: string) => new Date(`${wall}:00+08:00`);

const campaign = (change: Partial<Campaign> & { deadline?: string } = {}): Campaign => ({
  collection: sampleCollection(change.deadline ?? '2026-11-26T17:30'),
  policy,
  missing: people('a', 'b'),
  claimed: new Map(),
  preferences: new Map(),
  ...change,
});

/** "chat T-1d: a b" for a message to the chat, "@a T-1d" for a private one. */
const plan = (campaigns: readonly Campaign[], now: string) =>
  planNudges(campaigns, calendar, at(now)).map(
    ({ chatId, memberId, parts }) =>
      `${memberId === null ? chatId : `@${memberId}`} ${parts
        .map(({ slot, members }) => `${slot.replace(/-20\d+$/u, '')}: ${members.map(({ id }) => id).join(' ')}`)
        .join('; ')}`,
  );

describe('a plan', () => {
  it.each([
    ['names all who are missing in one message', {}, '2026-11-25T09:37', ['oc_1 T-1d: a b']],
    ['is empty before the time', {}, '2026-11-23T09:36', []],
    ['is empty when nobody is missing', { missing: [] }, '2026-11-25T09:37', []],
    [
      'is empty for a closed collection',
      { collection: sampleCollection('2026-11-26T17:30', { state: 'closed' }) },
      '2026-11-25T09:37',
      [],
    ],
    ['is empty at noon', {}, '2026-11-25T12:30', []],
    ['is empty in the evening', {}, '2026-11-25T20:00', []],
    ['is empty on Saturday', {}, '2026-11-28T10:00', []],
    [
      'is empty after the slot went out',
      { claimed: new Map([['T-1d-202611260930', new Set(['a'])]]) },
      '2026-11-25T10:00',
      [],
    ],
    ['skips what a later step has overtaken', {}, '2026-11-26T16:00', ['oc_1 T-2h: a b']],
    ['sends what an outage left over', {}, '2026-11-24T15:00', ['oc_1 T-3wd: a b']],
    ['keeps what was left over off the first minutes of the morning', {}, '2026-11-24T09:05', []],
    ['and sends it after them', {}, '2026-11-24T09:07', ['oc_1 T-3wd: a b']],
  ] as [string, Partial<Campaign>, string, string[]][])('%s', (_name, change, now, expected) => {
    expect(plan([campaign(change)], now)).toEqual(expected);
  });

  it.each([
    ['a private one is asked in private', { a: { private: true } }, '2026-11-25T09:37', ['@a T-1d: a', 'oc_1 T-1d: b']],
    [
      'one who snoozed is left out',
      { a: { quietUntil: at('2026-11-25T14:00') } },
      '2026-11-25T09:37',
      ['oc_1 T-1d: b'],
    ],
    [
      'a snooze from long ago says nothing',
      { a: { quietUntil: at('2026-11-20T14:00') } },
      '2026-11-25T09:37',
      ['oc_1 T-1d: a b'],
    ],
  ] as [string, Record<string, NudgePreference>, string, string[]][])('%s', (_name, preferences, now, expected) => {
    expect(plan([campaign({ preferences: new Map(Object.entries(preferences)) })], now)).toEqual(expected);
  });

  it('nudges once after a snooze, and never again for it', () => {
    const claimed = new ClaimedSlots();
    const preferences = new Map([['a', { quietUntil: at('2026-11-25T14:30') }]]);
    const seen = ['09:37', '09:38', '14:29', '14:30', '14:31', '17:00'].flatMap((clock) => {
      const now = at(`2026-11-25T${clock}`);
      return planNudges([campaign({ preferences, claimed: claimed.of('c1') })], calendar, now).map(({ slots }) => {
        claimed.claim(slots);
        return `${clock} ${slots.map(({ slot, memberId }) => `${slot} ${memberId}`).join(', ')}`;
      });
    });
    expect(seen).toEqual(['09:37 T-1d-202611260930 b', '14:30 again-202611250630 a']);
  });

  it('uses up both slots when a snooze ends before the slot goes out', () => {
    const preferences = new Map([['a', { quietUntil: at('2026-11-25T10:00') }]]);
    const [message] = planNudges([campaign({ preferences, missing: people('a') })], calendar, at('2026-11-25T11:00'));
    expect(message?.slots.map(({ slot }) => slot)).toEqual(['T-1d-202611260930', 'again-202611250200']);
  });

  it('makes one message of several collections of a chat, and one for a person in several chats', () => {
    const both = (id: string, chatId: string) =>
      campaign({
        collection: sampleCollection('2026-11-26T17:30', { id, chatId }),
        preferences: new Map([['a', { private: true }]]),
      });
    expect(plan([both('c1', 'oc_1'), both('c2', 'oc_1'), both('c3', 'oc_2')], '2026-11-25T10:00')).toEqual([
      '@a T-1d: a; T-1d: a; T-1d: a',
      'oc_1 T-1d: b; T-1d: b',
      'oc_2 T-1d: b',
    ]);
  });
});

it.each([
  ['2026-11-25T10:00', '2026-11-26T00:00'],
  ['2026-11-26T10:00', '2026-11-26T17:30'],
  ['2026-11-27T10:00', '2026-11-28T00:00'],
])('who promises at %s is left alone until %s', (now, until) => {
  expect(quietAfterPromise(sampleCollection('2026-11-26T17:30'), at(now))).toEqual(at(until));
});
