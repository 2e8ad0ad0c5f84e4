import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../../testing/emulators/feishu-sdk.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

describe('files through the official SDK', () => {
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;
  let chatId: string;
  let memberId: string;
  let directory: string;

  beforeEach(async () => {
    emulator = await FeishuEmulator.start({ limits: { downloadBytes: 4000, uploadBytes: 2000 } });
    client = sdkClient(emulator);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    chatId = chat.id;
    memberId = chat.members[0]!.id;
    directory = mkdtempSync(join(tmpdir(), 'files-'));
  });
  afterEach(async () => {
    await emulator.close();
    rmSync(directory, { recursive: true });
  });

  const fileMessage = (bytes: Uint8Array = Buffer.from('报告正文'), name = '述职 报告.docx') => {
    const message = emulator.people.sendFile(chatId, memberId, { name, bytes });
    return { messageId: message.id, fileKey: (JSON.parse(message.content) as { file_key: string }).file_key };
  };
  const download = (messageId: string, fileKey: string, type = 'file') =>
    client.im.v1.messageResource.get({ path: { message_id: messageId, file_key: fileKey }, params: { type } });
  const upload = (file: Buffer | ReturnType<typeof createReadStream>, name = '批注版.docx') =>
    client.im.v1.file.create({ data: { file_type: 'stream', file_name: name, file } });

  it('are downloaded with type, length and name', async () => {
    const { messageId, fileKey } = fileMessage();
    const answer = await download(messageId, fileKey);
    const chunks: Buffer[] = [];
    for await (const chunk of answer.getReadableStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('报告正文');
    expect([
      answer.headers['content-type'],
      answer.headers['content-length'],
      answer.headers['content-disposition'],
    ]).toEqual([
      'application/octet-stream',
      '12',
      `attachment; filename*=UTF-8''${encodeURIComponent('述职 报告.docx')}`,
    ]);
  });

  it('inside a post are downloaded with its message id', async () => {
    const key = emulator.people.upload({ name: '报告.docx', bytes: Buffer.from('报告') });
    const post = emulator.people.sendPost(chatId, memberId, { content: [[{ tag: 'media', file_key: key }]] });
    expect(await codeOf(download(post.id, key))).toBe(0);
  });

  it.each<[string, number, () => Promise<unknown>]>([
    ['of another message', 234003, () => download(fileMessage().messageId, fileMessage().fileKey)],
    [
      'of another kind',
      234003,
      () => {
        const { messageId, fileKey } = fileMessage();
        return download(messageId, fileKey, 'image');
      },
    ],
    [
      'without a kind',
      234001,
      () => {
        const { messageId, fileKey } = fileMessage();
        return download(messageId, fileKey, '');
      },
    ],
    [
      'of a recalled message',
      230110,
      () => {
        const { messageId, fileKey } = fileMessage();
        emulator.people.recall(messageId);
        return download(messageId, fileKey);
      },
    ],
    [
      'over the limit',
      234037,
      () => {
        const { messageId, fileKey } = fileMessage(Buffer.alloc(4001));
        return download(messageId, fileKey);
      },
    ],
    [
      'in a chat the bot has left',
      234004,
      () => {
        const { messageId, fileKey } = fileMessage();
        emulator.membership.removeBot(chatId, memberId);
        return download(messageId, fileKey);
      },
    ],
  ])('%s are not given', async (_name, code, call) => {
    expect(await codeOf(call())).toBe(code);
  });

  it('of groups with outsiders are not given', async () => {
    const outside = emulator.addChat({ name: '外部群', members: [memberId], external: true });
    const message = emulator.people.sendFile(outside.id, memberId, { name: 'a.docx', bytes: Buffer.from('a') });
    const key = (JSON.parse(message.content) as { file_key: string }).file_key;
    expect(await codeOf(download(message.id, key))).toBe(234009);
  });

  it.each<[string, () => Buffer | ReturnType<typeof createReadStream>]>([
    ['as a buffer, whose part has no file name', () => Buffer.from('批注')],
    [
      'as a stream',
      () => {
        writeFileSync(join(directory, '批注.docx'), '批注');
        return createReadStream(join(directory, '批注.docx'));
      },
    ],
  ])('are uploaded %s and sent', async (_name, file) => {
    const key = (await upload(file()))!.file_key!;
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chatId, msg_type: 'file', content: JSON.stringify({ file_key: key }) },
    });
    const stored = emulator.world.files.get(key);
    expect([sent.code, stored?.name, emulator.world.blobs.read(key).toString()]).toEqual([0, '批注版.docx', '批注']);
  });

  it.each<[string, number, () => Promise<unknown>]>([
    ['empty ones', 234010, () => upload(Buffer.alloc(0))],
    ['larger ones', 234006, () => upload(Buffer.alloc(2001))],
    ['nameless ones', 234001, () => upload(Buffer.from('a'), '')],
  ])('are not taken: %s', async (_name, code, call) => {
    expect(await codeOf(call())).toBe(code);
  });

  it('that are pictures are uploaded and shown in cards', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const key = (await client.im.v1.image.create({ data: { image_type: 'message', image: png } }))!.image_key!;
    const card = {
      schema: '2.0',
      body: { elements: [{ tag: 'img', img_key: key, alt: { tag: 'plain_text', content: '' } }] },
    };
    const sent = client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chatId, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    expect([await codeOf(sent), emulator.world.files.get(key)?.mime]).toEqual([0, 'image/png']);
  });
});
