import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createFeishuPlatform } from '../bot/platforms/feishu/index.ts';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { createCampaignReader } from '../jobs/campaign-reader.ts';
import { createPlanNudges } from '../jobs/plan-nudges.ts';
import { FeishuEmulator } from '../playground/emulator/feishu-emulator.ts';
import { openDatabase } from '../storage/database.ts';
import { startEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import { diskFileStore } from '../storage/file-store.ts';
import { createStores } from '../storage/stores.ts';
import { sampleCollection } from '../testing/builders/campaign.ts';

/*
 * One round that has to nudge 5,000 people in 50 collections of as many chats at once, against the emulated platform with
 * its real limits (5 messages a second per chat or person, real clock): how long it takes, how many messages it makes, and
 * how often the platform had to refuse for speed. Every tenth person is nudged in private. `npx tsx bench/nudges-sending.ts`
 */
const COLLECTIONS = 50;
const PEOPLE = 5000;
const PER_CHAT = PEOPLE / COLLECTIONS;
const now = new Date('2026-12-30T10:30:00+08:00');

const folder = await mkdtemp(join(tmpdir(), 'cuigao-bench-'));
const server = await startEmbeddedPostgres(folder);
const database = await openDatabase(server.url);
const stores = createStores(database.db, diskFileStore(join(folder, 'files')));
const emulator = await FeishuEmulator.start();
const warnings = new Map<string, number>();
const note = (_: Record<string, unknown>, event: string): void => {
  warnings.set(event, (warnings.get(event) ?? 0) + 1);
};
const log = { info: note, warn: note, error: note };
const { appId, appSecret, url } = emulator;
const platform = createFeishuPlatform({ appId, appSecret, domain: url, eventMode: 'websocket' }, log);
const platformOf = () => platform;
const clock = { now: () => now };
const config = loadConfig(join(packageRoot(), 'config'));

for (let index = 0; index < COLLECTIONS; index += 1) {
  const names = Array.from({ length: PER_CHAT }, (_, person) => `成员${index}-${person}`);
  const { id: chatId, members } = emulator.addChat({ name: `群${index}`, members: names });
  await stores.collections.create(sampleCollection('2026-12-31T18:00', { id: `c${index}`, chatId }), '');
  for (const member of members.filter((_, person) => person % 10 === 0)) {
    emulator.membership.p2pChat(member.id);
    await stores.nudgeWishes.setPrivate('feishu', member.id, true);
  }
}

const queue = { add: async () => undefined, repeat: async () => 'known' as const };
const round = createPlanNudges({
  platformOf,
  stores,
  queue,
  readCampaign: createCampaignReader({ platformOf, stores, clock }),
  config,
  clock,
  log,
});

const started = performance.now();
await round({}, { last: true });
const seconds = (performance.now() - started) / 1000;
const again = performance.now();
await round({}, { last: true });
const idle = performance.now() - again;

const messages = [...emulator.world.messages.values()].filter(({ fromBot }) => fromBot);
const inChat = messages.filter(({ chatId }) => emulator.world.chats.get(chatId)?.type === 'group');
const named = inChat.reduce((sum, { content }) => sum + (content.match(/<at id=/gu) ?? []).length, 0);
const refusedForSpeed = emulator.calls.filter(({ code }) => code === 230020 || code === 99991400).length;
const busiest = new Map<string, number>();
for (const { chatId, createdAt } of messages) {
  const key = `${chatId} ${Math.floor(createdAt / 1000)}`;
  busiest.set(key, (busiest.get(key) ?? 0) + 1);
}
const perSecond = new Map<number, number>();
for (const { createdAt } of messages) {
  const second = Math.floor(createdAt / 1000);
  perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
}
console.log(`${PEOPLE} people in ${COLLECTIONS} collections, one round: ${seconds.toFixed(1)} s`);
console.log(`${inChat.length} messages to chats naming ${named} people, ${messages.length - inChat.length} in private`);
console.log(
  `busiest chat ${Math.max(...busiest.values())} messages in a second, busiest second ${Math.max(...perSecond.values())} in all`,
);
console.log(`refused for speed by the platform: ${refusedForSpeed} of ${emulator.calls.length} calls`);
console.log(`the next round, with nothing left to send: ${idle.toFixed(0)} ms`);
console.log(`logged: ${[...warnings].map(([event, count]) => `${event} ${count}`).join(', ')}`);

await platform.stop();
await emulator.close();
await database.close();
await server.stop();
await rm(folder, { recursive: true, force: true });
