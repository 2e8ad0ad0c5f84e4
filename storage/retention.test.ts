import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withDatabase } from '../testing/postgres.ts';
import { forgetOld } from './retention.ts';

const database = withDatabase();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

it('forgets what is older than the limit, file, text and traces, and nothing else', async () => {
  const { submissions, files, inbox, replies } = database.stores;
  const add = async (receivedAt: string) => {
    const messageId = `om_${randomUUID()}`;
    const { revision } = await submissions.add({
      platform: 'feishu',
      chatId: 'oc_1',
      collectionId: null,
      author: { id: 'ou_1' },
      file: { messageId, key: 'file_1', name: '报告.docx' },
      replyTo: messageId,
      receivedAt,
    });
    await files.put(`uploads/${revision.id}`, Uint8Array.of(1));
    await replies.record(`report_${revision.id}`, {
      platform: 'feishu',
      chatId: 'oc_1',
      messageId: `${messageId}-card`,
    });
    await inbox.store({ type: 'bot-removed', platform: 'feishu', eventKey: messageId, chatId: 'oc_1', at: receivedAt });
    await inbox.done('feishu', messageId);
    return { id: revision.id, messageId };
  };
  const old = await add(daysAgo(31));
  const young = await add(daysAgo(29));
  const { pool } = database.database;
  await pool.query(`UPDATE inbox SET touched_at = now() - interval '31 days' WHERE event_key = $1`, [old.messageId]);
  await pool.query(`UPDATE replies SET recorded_at = now() - interval '31 days' WHERE key = $1`, [`report_${old.id}`]);

  expect(await forgetOld(database.database.db, files, 30, (id) => [`uploads/${id}`])).toBe(1);

  const left = async ({ id, messageId }: typeof old) => ({
    revision: (await submissions.get(id)) !== null,
    file: (await files.get(`uploads/${id}`)) !== null,
    reply: (await replies.find(`report_${id}`)) !== null,
    event: (await pool.query('SELECT 1 FROM inbox WHERE event_key = $1', [messageId])).rowCount === 1,
  });
  expect(await left(old)).toEqual({ revision: false, file: false, reply: false, event: false });
  expect(await left(young)).toEqual({ revision: true, file: true, reply: true, event: true });
});
