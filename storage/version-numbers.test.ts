import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleResult } from '../testing/builders/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
const unreadable = { code: 'damaged', message: '打不开' } as const;

describe('the numbers of somebody’s versions', () => {
  let chatId: string;
  beforeEach(() => {
    chatId = `oc_${randomUUID()}`;
  });

  const add = async (collectionId: string | null = null): Promise<string> => {
    const messageId = `om_${randomUUID()}`;
    const { revision } = await database.stores.submissions.add({
      platform: 'feishu',
      chatId,
      collectionId,
      author: { id: 'ou_1' },
      file: { messageId, key: 'file', name: '报告.docx' },
      replyTo: messageId,
      receivedAt: '2026-11-20T01:00:00.000Z',
    });
    return revision.id;
  };
  const refuse = (id: string) => database.stores.submissions.saveRefusal(id, unreadable);
  /** The number it is told to be when it was checked. */
  const check = async (id: string, kind = sampleResult().kind) =>
    (await database.stores.submissions.saveResult(id, sampleResult({ kind }), '')).number;
  const numberOf = async (id: string) => (await database.stores.submissions.get(id))?.number;

  it('begin with the first that can be read', async () => {
    await refuse(await add());
    await refuse(await add());
    const first = await add();
    expect([await numberOf(first), await check(first), await check(await add())]).toEqual([1, 1, 2]);
  });

  it('leave out what is no report, and what was taken back before anybody read it', async () => {
    await check(await add(), null);
    await database.stores.submissions.withdraw(await add());
    const first = await add();
    await check(first);
    await database.stores.submissions.withdraw(first);
    expect(await check(await add())).toBe(2);
  });

  it('move up while on their way, and stay once they were told', async () => {
    const [broken, first, second] = [await add(), await add(), await add()];
    await refuse(broken);
    expect([await numberOf(first), await numberOf(second)]).toEqual([1, 2]);
    expect([await check(second), await check(first)]).toEqual([2, 1]);

    const [bad, quick, slow] = [await add(), await add(), await add()];
    expect(await check(quick)).toBe(4);
    await refuse(bad);
    expect([await numberOf(quick), await check(slow), await check(await add())]).toEqual([4, 5, 6]);
  });

  it('go on with one that can be read after all, however often it is checked', async () => {
    const broken = await add();
    await refuse(broken);
    const first = await add();
    expect([await check(first), await check(broken), await check(broken)]).toEqual([1, 2, 2]);
    expect(await check(await add())).toBe(3);
  });

  it('of a collection leave out what could not be read for it', async () => {
    const collectionId = randomUUID();
    await refuse(await add(collectionId));
    const meant = await database.stores.submissions.assign(await add(), collectionId);
    expect([meant.number, await check(await add(collectionId))]).toEqual([1, 2]);
  });
});
