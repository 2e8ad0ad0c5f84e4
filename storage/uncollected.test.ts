import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleCollection } from '../testing/builders/campaign.ts';
import { sampleResult } from '../testing/builders/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
const at = { chatId: 'oc_early', createdAt: '2026-11-20T08:00:00.000Z' };

const add = async (author: string, change: { collectionId?: string; receivedAt?: string } = {}) => {
  const messageId = `om_${randomUUID()}`;
  const { revision } = await database.stores.submissions.add({
    platform: 'feishu',
    chatId: at.chatId,
    collectionId: null,
    author: { id: author },
    file: { messageId, key: 'file', name: '报告.docx' },
    replyTo: messageId,
    receivedAt: '2026-11-20T01:00:00.000Z',
    ...change,
  });
  return revision;
};
const begin = async (requirements: { kind?: string; year?: number }) => {
  const collection = sampleCollection('2026-12-31T18:00', { ...at, id: randomUUID(), requirements });
  await database.stores.collections.create(collection, 'ou_organiser');
  return collection;
};

it('what came before a collection counts for it where it is of the kind and year it asks for', async () => {
  const { submissions, standings } = database.stores;
  const given = {
    甲: { result: sampleResult({ period: '2026' }) },
    乙: { result: sampleResult({ period: '2025' }) },
    丙: { result: sampleResult({ period: '2026', kind: { id: 'duty', name: '述职报告', confidence: 1 } }) },
    丁: { result: sampleResult({ period: null }) },
    戊: { result: sampleResult({ kind: null }) },
    己: { result: sampleResult({ period: '2026' }), receivedAt: '2026-06-01T01:00:00.000Z' },
  };
  for (const [author, { result, ...when }] of Object.entries(given)) {
    await submissions.saveResult((await add(author, when)).id, result, '');
  }
  await add('庚');
  const countedFor = async (requirements: { kind?: string; year?: number }) =>
    (await standings.of(await begin(requirements))).map(({ revision }) => revision.author.id).sort();
  expect([
    await countedFor({}),
    await countedFor({ year: 2026 }),
    await countedFor({ kind: 'duty-integrity', year: 2026 }),
    await countedFor({ kind: 'party-building-summary' }),
  ]).toEqual([['丁', '丙', '乙', '甲'], ['丁', '丙', '甲'], ['丁', '甲'], []].map((names) => names.sort()));
});

it('and the next one is its second version', async () => {
  const { submissions } = database.stores;
  await submissions.saveResult((await add('辛')).id, sampleResult(), '');
  const same = await begin({ kind: 'duty-integrity' });
  const other = await begin({ kind: 'duty' });
  const next = await add('辛', { collectionId: same.id });
  const first = await add('辛', { collectionId: other.id });
  expect([next.number, first.number]).toEqual([2, 1]);
});

it('what came in meanwhile and cannot be read, or waits for a word, is not taken for nothing', async () => {
  const { submissions, standings } = database.stores;
  const { id } = await begin({});
  const later = { receivedAt: '2026-11-21T01:00:00.000Z' };
  const [refused, unclear, failed, waiting] = await Promise.all(
    ['壬', '癸', '子', '丑'].map((author) => add(author, later)),
  );
  await submissions.saveRefusal(refused?.id ?? '', { code: 'damaged', message: '打不开' });
  await submissions.saveRefusal(unclear?.id ?? '', { code: 'collection-unclear', message: '还没有选' });
  await submissions.saveFailure(failed?.id ?? '');
  const before = await add('寅');
  await submissions.saveRefusal(before.id, { code: 'damaged', message: '打不开' });
  const ids = [refused, unclear, failed, waiting].map((revision) => revision?.id);
  const versions = await standings.versions({ id });
  const states = versions.filter(({ revision }) => [...ids, before.id].includes(revision.id));
  expect(new Map(states.map(({ revision, refusal }) => [revision.author.id, [revision.state, refusal]]))).toEqual(
    new Map([
      ['壬', ['refused', 'damaged']],
      ['癸', ['refused', 'collection-unclear']],
      ['子', ['failed', null]],
      ['丑', ['received', null]],
    ]),
  );
});
