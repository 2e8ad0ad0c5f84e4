import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FeishuBench, openFeishuBench } from '../testing/benches/feishu.ts';
import { sampleCollection, usualHours, usualPolicy } from '../testing/builders/campaign.ts';
import { withDatabase } from '../testing/postgres.ts';
import { createCampaignReader } from './campaign-reader.ts';
import { createPlanNudges } from './plan-nudges.ts';

const database = withDatabase();
let bench: FeishuBench;
beforeEach(async () => {
  bench = await openFeishuBench();
});
afterEach(() => bench.close());

const roundAt = (wall: string) => {
  const clock = { now: () => new Date(`${wall}:00+08:00`) };
  const { stores } = database;
  const platformOf = () => bench.platform;
  return createPlanNudges({
    platformOf,
    stores,
    queue: { add: async () => undefined, repeat: async () => 'known' as const },
    readCampaign: createCampaignReader({ platformOf, stores, clock }),
    config: { officeHours: usualHours, reminderPolicies: [usualPolicy()] },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })({}, { last: true });
};

it.each([
  ['buzzes at the step the policy marks as urgent', '2026-12-31T16:40', 0, 1],
  ['buzzes at no other step', '2026-12-30T10:00', 0, 0],
  ['is sent all the same where buzzing is refused', '2026-12-31T16:40', 1, 1],
])('a nudge %s', async (_, wall, refusals, buzzes) => {
  const { chatId, emulator } = bench;
  const collection = sampleCollection('2026-12-31T18:00', { id: `c-${chatId}`, chatId });
  await database.stores.collections.create(collection, '');
  if (refusals > 0) emulator.fail('urgent', { kind: 'refuse', code: 230052 }, 5);
  await roundAt(wall);
  const sent = emulator.messages(chatId).filter(({ fromBot }) => fromBot);
  const calls = emulator.calls.filter(({ route }) => route === 'urgent');
  expect([sent.length, calls.length]).toEqual([1, buzzes]);
  for (const { body } of calls) {
    const people = bench.members.map(({ id }) => id).sort();
    expect((body as { user_id_list: string[] }).user_id_list.sort()).toEqual(people);
  }
  await database.stores.collections.change(collection.id, '', (standing) => ({
    collection: { ...standing, state: 'closed' },
    what: '结束',
  }));
});
