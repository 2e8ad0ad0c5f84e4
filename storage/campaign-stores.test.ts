import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Collection, CollectionDraft, Override } from '../core/records.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();

const newCollection = async (): Promise<string> => {
  const collection: Collection = {
    id: randomUUID(),
    platform: 'feishu',
    chatId: 'oc_1',
    name: '年度报告',
    requirements: {},
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline: '2026-12-31T18:00:00+08:00',
    timeZone: 'Asia/Shanghai',
    policy: 'default',
    organisers: ['ou_1'],
    state: 'open',
    createdBy: 'ou_1',
    createdAt: '2026-11-20T02:00:00.000Z',
  };
  await database.stores.collections.create(collection, 'ou_1');
  return collection.id;
};

const override = (collectionId: string, change: Partial<Override> = {}): Override => ({
  collectionId,
  member: { id: 'ou_2', name: '成员乙' },
  kind: 'exempt',
  reason: '',
  revisionId: null,
  by: 'ou_1',
  at: '2026-11-21T02:00:00.000Z',
  ...change,
});

describe('overrides', () => {
  it('are one of each kind per person, with their history', async () => {
    const { overrides, collections } = database.stores;
    const id = await newCollection();
    await overrides.set(override(id), '免交：成员乙');
    await overrides.set(override(id, { reason: '借调' }), '免交：成员乙（借调）');
    const returned = override(id, { kind: 'returned', revisionId: 'r1', reason: '缺附件' });
    await overrides.set(returned, '退回：成员乙');
    expect(await overrides.of(id)).toEqual([override(id, { reason: '借调' }), returned]);
    expect((await collections.history(id)).map((entry) => entry.what)).toEqual([
      '建立收集',
      '免交：成员乙',
      '免交：成员乙（借调）',
      '退回：成员乙',
    ]);
  });

  it('are lifted once, and only a lifted one is told in the history', async () => {
    const { overrides, collections } = database.stores;
    const id = await newCollection();
    await overrides.set(override(id), '免交：成员乙');
    const which = { collectionId: id, memberId: 'ou_2', kind: 'exempt' as const };
    expect(await overrides.clear(which, 'ou_1', '取消免交：成员乙')).toBe(true);
    expect(await overrides.clear(which, 'ou_1', '取消免交：成员乙')).toBe(false);
    expect(await overrides.of(id)).toEqual([]);
    expect((await collections.history(id)).filter((entry) => entry.what.startsWith('取消'))).toHaveLength(1);
  });
});

describe('drafts of collections', () => {
  const draft = (): CollectionDraft => ({
    id: randomUUID(),
    platform: 'feishu',
    chatId: 'oc_1',
    name: '年度报告',
    requirements: { kind: 'duty' },
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline: null,
    timeZone: 'Asia/Shanghai',
    source: 'notice',
    remarks: [],
    by: 'ou_1',
    state: 'open',
  });

  it('stay as first added, change while open and are settled once', async () => {
    const { drafts } = database.stores;
    const first = draft();
    await drafts.add(first);
    await drafts.add({ ...first, name: '别的名字' });
    expect(await drafts.get(first.id)).toEqual(first);
    await drafts.save({ ...first, name: '改过的名字' });
    expect(await Promise.all([drafts.settle(first.id, 'started'), drafts.settle(first.id, 'dropped')])).toContain(
      false,
    );
    await drafts.save({ ...first, name: '太晚了' });
    expect((await drafts.get(first.id))?.name).toBe('改过的名字');
    expect(await drafts.get('none')).toBeNull();
  });
});

it('a collection is created once, and remarks stand in its history', async () => {
  const { collections } = database.stores;
  const id = await newCollection();
  const made = await collections.get(id);
  if (made === null) throw new Error('not created');
  await collections.create({ ...made, name: '别的名字' }, 'ou_2');
  await collections.note(id, 'ou_3', '成员乙撤回第 1 稿');
  expect((await collections.get(id))?.name).toBe('年度报告');
  expect((await collections.history(id)).map(({ by, what }) => [by, what])).toEqual([
    ['ou_1', '建立收集'],
    ['ou_3', '成员乙撤回第 1 稿'],
  ]);
});

it('a version moved to a collection becomes its author’s next one there', async () => {
  const { submissions } = database.stores;
  const id = await newCollection();
  const upload = (collectionId: string | null) => ({
    platform: 'feishu',
    chatId: 'oc_9',
    collectionId,
    author: { id: 'ou_2' },
    file: { messageId: randomUUID(), key: 'file_1', name: '报告.docx' },
    replyTo: 'om_1',
    receivedAt: '2026-11-20T02:00:00.000Z',
  });
  await submissions.add(upload(id));
  const { revision } = await submissions.add(upload(null));
  const moved = { ...revision, collectionId: id, number: 2 };
  expect(await submissions.assign(revision.id, id)).toEqual(moved);
  expect(await submissions.assign(revision.id, id)).toEqual(moved);
  expect(await submissions.get(revision.id)).toEqual(moved);
});
