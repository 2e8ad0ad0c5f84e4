import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleResult } from '../testing/builders/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
let minute = 0;

const add = async (chatId: string, author: string, text: string | null): Promise<string> => {
  const messageId = `om_${randomUUID()}`;
  minute += 1;
  const { revision } = await database.stores.submissions.add({
    platform: 'feishu',
    chatId,
    collectionId: null,
    author: { id: author },
    file: { messageId, key: 'file', name: '报告.docx' },
    replyTo: messageId,
    receivedAt: new Date(Date.UTC(2026, 10, 20, 1, minute)).toISOString(),
  });
  if (text !== null) await database.stores.submissions.saveResult(revision.id, sampleResult(), text);
  return revision.id;
};

it('tells which newest versions of a chat have marks in common, and how many', async () => {
  const { passages, submissions } = database.stores;
  const [here, there] = ['oc_here', 'oc_there'];
  const older = await add(here, '甲', '旧稿');
  const [a, b, own] = [await add(here, '甲', '一'), await add(here, '乙', '二'), await add(here, '丙', '三')];
  const elsewhere = await add(there, '丁', '四');
  await add(here, '戊', null);
  const unmarked = async () => (await passages.unmarked('feishu', here)).map(({ revisionId }) => revisionId).sort();
  expect(await unmarked()).toEqual([a, b, own].sort());
  const marks: [string, string, number[]][] = [
    [here, older, [1]],
    [here, a, [1, 2, 2 ** 32 - 1]],
    [here, b, [2, 3]],
    [here, own, [1, 2, 3]],
    [there, elsewhere, [1, 2, 3]],
  ];
  for (const [chatId, revisionId, of] of marks) await passages.mark('feishu', chatId, [{ revisionId, marks: of }]);
  expect(await unmarked()).toEqual([]);
  expect(await passages.others('feishu', here, '丙')).toBe(2);
  const holders = (fewerThan: number, wanted: number[]) =>
    passages.holders({ platform: 'feishu', chatId: here, authorId: '丙', marks: wanted, fewerThan });
  const found = (await holders(2, [1, 2, 7, 2 ** 32 - 1])).sort((x, y) => x.mark - y.mark);
  expect(found).toEqual([
    { mark: 1, count: 1, revisionIds: [a] },
    { mark: 2, count: 2, revisionIds: [] },
    { mark: 2 ** 32 - 1, count: 1, revisionIds: [a] },
  ]);
  await submissions.saveResult(a, sampleResult(), '一');
  expect(await unmarked()).toEqual([]);
  await submissions.saveResult(a, sampleResult(), '改过');
  expect(await unmarked()).toEqual([a]);
  await passages.mark('feishu', here, [{ revisionId: a, marks: [3] }]);
  expect(await holders(3, [1])).toEqual([]);
});
