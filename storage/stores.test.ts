import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NewRevision } from '../core/ports/stores.ts';
import type { Collection, NudgeSlot } from '../core/records.ts';
import type { ReportResult } from '../core/report-result.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
const aChat = () => `oc_${randomUUID()}`;

const collection = (chatId: string, changes: Partial<Collection> = {}): Collection => ({
  id: randomUUID(),
  platform: 'feishu',
  chatId,
  name: '2026年度述职述廉报告',
  requirements: { kind: 'duty-integrity', minCharacters: 1500 },
  audience: { mode: 'all', chosen: [], exempt: [{ id: 'ou_9', name: '成员乙' }] },
  deadline: '2026-12-31T18:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  policy: 'default',
  organisers: ['ou_1'],
  state: 'open',
  createdBy: 'ou_1',
  createdAt: '2026-11-20T02:00:00.000Z',
  ...changes,
});

const upload = (chatId: string, changes: Partial<NewRevision> = {}): NewRevision => {
  const messageId = `om_${randomUUID()}`;
  return {
    platform: 'feishu',
    chatId,
    collectionId: null,
    author: { id: 'ou_1', name: '成员甲' },
    file: { messageId, key: 'file_1', name: '报告.docx' },
    replyTo: messageId,
    receivedAt: '2026-11-20T02:00:00.000Z',
    ...changes,
  };
};

const result: ReportResult = {
  format: 'docx',
  kind: { id: 'duty', name: '述职报告', confidence: 0.9 },
  title: '述职报告',
  author: null,
  period: '2026',
  characters: 12,
  pages: null,
  parts: { present: 1, required: 2 },
  outline: [],
  summary: { gist: '一年工作', sections: [] },
  missing: [{ part: 'plans', name: '下一步打算', severity: 'must', why: '述职报告应写打算' }],
  findings: [],
};

describe('chats', () => {
  it('knows no members of a chat before they were fetched', async () => {
    const { chats } = database.stores;
    const chatId = aChat();
    await chats.changeMembers('feishu', chatId, [{ id: 'ou_1' }], []);
    expect(await chats.members('feishu', chatId)).toBeNull();
    await chats.replaceMembers('feishu', chatId, []);
    expect(await chats.members('feishu', chatId)).toEqual([]);
  });

  it('keeps the members in order and follows who joins and leaves', async () => {
    const { chats } = database.stores;
    const chatId = aChat();
    await chats.replaceMembers('feishu', chatId, [
      { id: 'b', name: '成员乙' },
      { id: 'a' },
      { id: 'b', name: '成员丙' },
    ]);
    await chats.changeMembers('feishu', chatId, [{ id: 'c', name: '成员丁' }, { id: 'b' }], [{ id: 'a' }, { id: 'x' }]);
    expect(await chats.members('feishu', chatId)).toEqual([
      { id: 'b', name: '成员丙' },
      { id: 'c', name: '成员丁' },
    ]);
    expect(await chats.members('dingtalk', chatId)).toBeNull();
  });
});

describe('collections', () => {
  it('come back as they were saved, with who changed what', async () => {
    const { collections } = database.stores;
    const made = collection(aChat());
    await collections.create(made, 'ou_1');
    const later = { ...made, deadline: '2027-01-05T18:00:00+08:00' };
    await collections.change(made.id, 'ou_2', () => ({ collection: later, what: '截止时间改为1月5日18:00' }));
    await collections.change(made.id, 'ou_2', () => null);
    expect(await collections.get(made.id)).toEqual(later);
    expect(await collections.get('none')).toBeNull();
    expect(await collections.history(made.id)).toEqual([
      { by: 'ou_1', what: '建立收集', at: expect.any(String) },
      { by: 'ou_2', what: '截止时间改为1月5日18:00', at: expect.any(String) },
    ]);
  });

  it('are listed for a chat newest first, and while open by deadline', async () => {
    const { collections } = database.stores;
    const chatId = aChat();
    const old = collection(chatId, { createdAt: '2025-11-20T02:00:00.000Z', state: 'closed' });
    const now = collection(chatId);
    const urgent = collection(aChat(), { deadline: '2026-11-21T00:00:00Z' });
    for (const one of [old, now, urgent]) await collections.create(one, 'ou_1');
    expect(await collections.ofChat('feishu', chatId)).toEqual([now, old]);
    const ids = [old.id, now.id, urgent.id];
    const open = (await collections.open()).map((one) => one.id).filter((id) => ids.includes(id));
    expect(open).toEqual([urgent.id, now.id]);
  });

  it('that nobody made cannot be changed', async () => {
    await expect(database.stores.collections.change('none', 'ou_1', () => null)).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('submissions', () => {
  it('take a file once and number the drafts of a person', async () => {
    const { submissions } = database.stores;
    const chatId = aChat();
    const first = upload(chatId);
    const added = await submissions.add(first);
    expect(added).toEqual({
      created: true,
      revision: { ...first, id: expect.any(String), number: 1, state: 'received', final: false },
    });
    expect(await submissions.add(first)).toEqual({ ...added, created: false });
    const second = await submissions.add(upload(chatId, { receivedAt: '2026-11-20T03:00:00.000Z' }));
    const other = await submissions.add(upload(chatId, { author: { id: 'ou_2' } }));
    const collected = await submissions.add(upload(chatId, { collectionId: 'c1' }));
    expect([second, other, collected].map(({ revision }) => revision.number)).toEqual([2, 1, 1]);
    expect(await submissions.ofMember('feishu', chatId, 'ou_1')).toEqual([
      second.revision,
      collected.revision,
      added.revision,
    ]);
  });

  it('number a hundred uploads at once without gaps or doubles', async () => {
    const { submissions } = database.stores;
    const chatId = aChat();
    const uploads = Array.from({ length: 50 }, () => upload(chatId));
    const added = await Promise.all([...uploads, ...uploads].map((one) => submissions.add(one)));
    const numbers = added.filter(({ created }) => created).map(({ revision }) => revision.number);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('take one file under two names at once only once', async () => {
    const { submissions } = database.stores;
    const one = upload(aChat());
    const added = await Promise.all([
      submissions.add(one),
      submissions.add({ ...one, author: { id: 'ou_2' } }),
      submissions.add({ ...one, collectionId: 'c2' }),
    ]);
    expect(added.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(added.map(({ revision }) => revision.id)).size).toBe(1);
  });

  it('are found by their file and by the card that answers it', async () => {
    const { submissions, replies } = database.stores;
    const one = upload(aChat());
    const { revision } = await submissions.add(one);
    await replies.record(`report_${revision.id}`, { platform: 'feishu', chatId: one.chatId, messageId: 'om_card' });
    expect(await submissions.byMessage('feishu', one.file.messageId)).toEqual(revision);
    expect(await submissions.byMessage('feishu', 'om_card')).toEqual(revision);
    expect(await submissions.byMessage('dingtalk', 'om_card')).toBeNull();
    expect(await submissions.get('no id at all')).toBeNull();
  });

  it('keep result and text, whatever characters are in them', async () => {
    const { submissions } = database.stores;
    const { revision } = await submissions.add(upload(aChat()));
    expect(await submissions.result(revision.id)).toBeNull();
    await submissions.saveResult(revision.id, { ...result, title: '半个\uD83D' }, '正文\0正文');
    await submissions.saveResult(revision.id, result, '正文\0正文');
    expect(await submissions.result(revision.id)).toEqual({ result, text: '正文 正文' });
    expect((await submissions.get(revision.id))?.state).toBe('checked');
    const { revision: unread } = await submissions.add(upload(aChat()));
    expect(await submissions.texts([revision.id, unread.id, 'no id at all'])).toEqual([
      { revisionId: revision.id, text: '正文 正文' },
    ]);
    expect(await submissions.texts([])).toEqual([]);
  });

  it('give many results in brief: what is counted of findings and headings, the rest as it is', async () => {
    const { submissions } = database.stores;
    const { revision } = await submissions.add(upload(aChat()));
    const { revision: other } = await submissions.add(upload(aChat()));
    const span = { start: 0, end: 2 };
    const finding = { rule: 'r', severity: 'hint' as const, message: '', excerpt: '', suggestion: null, basis: null };
    const heading = { level: 1, number: '一、', title: '学习', mode: 'block' as const, ...span };
    const full = { ...result, findings: [{ ...finding, ...span }], outline: [heading] };
    await submissions.saveResult(revision.id, full, '正文');
    await submissions.saveResult(other.id, { ...result, missing: [] }, '正文');
    const { kind, characters, parts, summary } = result;
    const common = { kind, characters, parts, summary };
    const brief = {
      [revision.id]: {
        ...common,
        outline: [{ level: 1 }],
        findings: [{ severity: 'hint' }],
        missing: [{ severity: 'must' }],
      },
      [other.id]: { ...common, outline: [], findings: [], missing: [] },
    };
    const given = await submissions.results([revision.id, other.id, 'no id at all']);
    expect(Object.fromEntries(given.map((one) => [one.revisionId, one.result]))).toEqual(brief);
  });

  it('are refused with a reason, and checked when that has passed', async () => {
    const { submissions } = database.stores;
    const { revision } = await submissions.add(upload(aChat()));
    await submissions.saveRefusal(revision.id, { code: 'encrypted', message: '请去掉密码' });
    expect((await submissions.get(revision.id))?.state).toBe('refused');
    await submissions.saveResult(revision.id, result, '正文');
    expect((await submissions.get(revision.id))?.state).toBe('checked');
  });

  it('fail while they are on their way only: what was found out stands', async () => {
    const { submissions } = database.stores;
    const stateAfter = async (settle: (id: string) => Promise<unknown>) => {
      const { revision } = await submissions.add(upload(aChat()));
      await settle(revision.id);
      await submissions.saveFailure(revision.id);
      return (await submissions.get(revision.id))?.state;
    };
    expect([
      await stateAfter(async () => undefined),
      await stateAfter((id) => submissions.saveResult(id, result, '正文')),
      await stateAfter((id) => submissions.saveRefusal(id, { code: 'damaged', message: '打不开' })),
      await stateAfter((id) => submissions.withdraw(id)),
    ]).toEqual(['failed', 'checked', 'refused', 'withdrawn']);
  });

  it('stay withdrawn, and then count for nobody', async () => {
    const { submissions } = database.stores;
    const chatId = aChat();
    const collectionId = randomUUID();
    const kept = await submissions.add(upload(chatId, { collectionId }));
    const gone = await submissions.add(upload(chatId, { collectionId, receivedAt: '2026-11-20T04:00:00.000Z' }));
    await submissions.withdraw(gone.revision.id);
    await submissions.saveResult(gone.revision.id, result, '正文');
    await submissions.setFinal(kept.revision.id, true);
    const final = { ...kept.revision, final: true };
    expect((await submissions.get(gone.revision.id))?.state).toBe('withdrawn');
    expect(await submissions.latestOfChat('feishu', chatId)).toEqual([final]);
    expect(await submissions.ofMember('feishu', chatId, 'ou_1')).toEqual([final]);
  });

  it('show the newest draft of everybody', async () => {
    const { submissions } = database.stores;
    const chatId = aChat();
    await submissions.add(upload(chatId));
    const newest = await submissions.add(upload(chatId, { receivedAt: '2026-11-21T02:00:00.000Z' }));
    const other = await submissions.add(upload(chatId, { author: { id: 'ou_2', name: '成员乙' } }));
    expect(await submissions.latestOfChat('feishu', chatId)).toEqual([newest.revision, other.revision]);
  });

  it('that nobody made cannot be changed', async () => {
    const { submissions } = database.stores;
    const nobody = randomUUID();
    for (const change of [
      () => submissions.withdraw(nobody),
      () => submissions.setFinal(nobody, true),
      () => submissions.saveResult(nobody, result, ''),
      () => submissions.saveRefusal(nobody, { code: 'empty', message: '空' }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'bad-request' });
    }
  });
});

describe('ledgers', () => {
  it('know which message answers which key, the newest when there were several', async () => {
    const { replies } = database.stores;
    const key = randomUUID();
    expect(await replies.find(key)).toBeNull();
    await replies.record(key, { platform: 'feishu', chatId: 'oc_1', messageId: `${key}-1` });
    await replies.record(key, { platform: 'feishu', chatId: 'oc_1', messageId: `${key}-2` });
    expect(await replies.find(key)).toEqual({ messageId: `${key}-2` });
    expect(await replies.keyOf('feishu', `${key}-2`)).toBe(key);
    expect(await replies.keyOf('feishu', `${key}-1`)).toBeNull();
  });

  it('give a nudge to one of many processes, and never again once it is sent', async () => {
    const { nudges } = database.stores;
    const collectionId = randomUUID();
    const slots = ['ou_1', 'ou_2', 'ou_3'].map((memberId) => ({ collectionId, memberId, slot: 'T-1d' }));
    const claimed = await Promise.all(Array.from({ length: 6 }, () => nudges.claim(slots)));
    expect(claimed.flat().sort((a, b) => a.memberId.localeCompare(b.memberId))).toEqual(slots);
    const future = new Date(Date.now() + 60_000).toISOString();
    await nudges.markSent(slots.slice(0, 1), '2026-12-30T10:00:00Z');
    const mine = (found: readonly NudgeSlot[]) => found.filter((one) => one.collectionId === collectionId);
    expect(mine(await nudges.unsent('2020-01-01T00:00:00Z'))).toEqual([]);
    const [one, other] = await Promise.all([nudges.unsent(future), nudges.unsent(future)]);
    expect(
      mine([...one, ...other])
        .map((slot) => slot.memberId)
        .sort(),
    ).toEqual(['ou_2', 'ou_3']);
    expect(await nudges.claim(slots)).toEqual([]);
    expect(await nudges.claim([])).toEqual([]);
  });

  it('keep a waiver once, until it is taken back', async () => {
    const { waivers } = database.stores;
    const waiver = { platform: 'feishu', chatId: aChat(), memberId: 'ou_1', rule: 'blank-figure', phrase: '会议 次' };
    await waivers.add(waiver);
    await waivers.add(waiver);
    expect(await waivers.of('feishu', waiver.chatId, 'ou_1')).toEqual([waiver]);
    await waivers.remove(waiver);
    expect(await waivers.of('feishu', waiver.chatId, 'ou_1')).toEqual([]);
  });
});

describe('failures', () => {
  it('never carry the values of the query', async () => {
    const { collections } = database.stores;
    const failure = await collections
      .note(randomUUID(), 'ou_1', '改名为《某局述职述廉报告》')
      .catch((error: Error) => error.message);
    expect(failure).toContain('foreign key');
    expect(failure).not.toContain('某局');
  });
});
