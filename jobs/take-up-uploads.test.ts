import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleResult } from '../testing/builders/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';
import { createTakeUpUploads } from './take-up-uploads.ts';

const database = withDatabase();
const MINUTE = 60_000;

const add = async (minutesAgo: number): Promise<string> => {
  const messageId = `om_${randomUUID()}`;
  const { revision } = await database.stores.submissions.add({
    platform: 'feishu',
    chatId: 'oc_1',
    collectionId: null,
    author: { id: 'ou_1' },
    file: { messageId, key: 'file_1', name: '报告.docx' },
    replyTo: messageId,
    receivedAt: new Date(Date.now() - minutesAgo * MINUTE).toISOString(),
  });
  return revision.id;
};

const ports = (queued: Map<string, unknown>) => ({
  submissions: database.stores.submissions,
  queue: {
    add: async (_: unknown, payload: unknown, { id }: { id: string }) => void queued.set(id, payload),
    repeat: async () => 'known' as const,
  },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

it('queues again what came in long ago and was never checked: once an hour, nothing else', async () => {
  const { submissions } = database.stores;
  const [left, young, forgotten] = [await add(61), await add(30), await add(15 * 24 * 60)];
  const settled = await Promise.all([add(90), add(90), add(90), add(90)]);
  await submissions.saveResult(settled[0], sampleResult(), '');
  await submissions.saveRefusal(settled[1], { code: 'damaged', message: '打不开' });
  await submissions.saveFailure(settled[2]);
  await submissions.withdraw(settled[3]);
  const queued = new Map<string, unknown>();
  const round = createTakeUpUploads(ports(queued));
  await round({ lost: false }, { last: true });
  await round({ lost: false }, { last: true });
  expect([...queued.values()]).toEqual([{ revisionId: left, recheck: expect.any(Number) }]);
  expect([young, forgotten].map((id) => [...queued.keys()].some((key) => key.includes(id)))).toEqual([false, false]);
});

it('waits for nothing where the queue has lost its jobs', async () => {
  const young = await add(1);
  const queued = new Map<string, unknown>();
  await createTakeUpUploads(ports(queued))({ lost: true }, { last: true });
  expect([...queued.keys()].filter((key) => key.includes(young))).toHaveLength(1);
});
