import { expect, it } from 'vitest';
import { sampleCollection } from '../testing/builders/campaign.ts';
import { sampleFinding, samplePart, sampleResult } from '../testing/builders/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
const collection = sampleCollection('2026-12-31T18:00');
let count = 0;

const add = async (author: string, change: { collectionId?: string | null; chatId?: string } = {}) => {
  count += 1;
  const { revision } = await database.stores.submissions.add({
    platform: 'feishu',
    chatId: change.chatId ?? 'oc_1',
    collectionId: change.collectionId === undefined ? 'c1' : change.collectionId,
    author: { id: author },
    file: { messageId: `om_${count}`, key: 'file', name: '报告.docx' },
    replyTo: `om_${count}`,
    receivedAt: new Date(Date.UTC(2026, 10, 20, 1, count)).toISOString(),
  });
  return revision.id;
};

it('tells the version that counts for everybody, and what every version came to', async () => {
  const { submissions, standings } = database.stores;
  await database.stores.collections.create(collection, 'ou_organiser');
  const bad = sampleResult({ findings: [sampleFinding('%'), sampleFinding('，，', { severity: 'hint' })] });
  const sound = await add('甲');
  await submissions.saveResult(sound, sampleResult(), '');
  const toMend = await add('乙', { collectionId: null });
  await submissions.saveResult(toMend, { ...bad, missing: [samplePart('存在的问题')] }, '');
  const notice = await add('乙');
  await submissions.saveResult(notice, sampleResult({ kind: null }), '');
  const waiting = await add('丙');
  const refused = await add('丁');
  await submissions.saveRefusal(refused, { code: 'damaged', message: '打不开' });
  const failed = await add('己');
  await submissions.saveFailure(failed);
  await submissions.withdraw(await add('戊'));
  await add('甲', { collectionId: 'c2' });
  await add('甲', { collectionId: null, chatId: 'oc_2' });

  const counting = (await standings.of(collection)).map(({ revision, must }) => [
    revision.author.id,
    revision.id,
    must,
  ]);
  expect(counting.sort()).toEqual(
    [
      ['甲', sound, 0],
      ['乙', toMend, 2],
      ['丙', waiting, null],
    ].sort(),
  );
  const kind = { id: 'duty-integrity' };
  expect(
    (await standings.versions(collection)).map(({ revision, result, refusal }) => [revision.id, result, refusal]),
  ).toEqual([
    [sound, { kind, findings: [], missing: [] }, null],
    [toMend, { kind, findings: [{ severity: 'must' }, { severity: 'hint' }], missing: [{ severity: 'must' }] }, null],
    [notice, { kind: null, findings: [], missing: [] }, null],
    [waiting, null, null],
    [refused, null, 'damaged'],
    [failed, null, null],
  ]);
});
