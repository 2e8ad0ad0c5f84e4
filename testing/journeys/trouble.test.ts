import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const result = '述职述廉报告 · 2025年 · 第 1 稿';

describe('an upload while the platform makes trouble', () => {
  const on = withBot(database, { maxFileBytes: 100_000 });

  const upload = (words: string) => {
    const { id: chatId, members } = on.emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙'] });
    const author = members[0]?.id ?? '';
    const bytes = new TextEncoder().encode(words);
    return { message: on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes }), author };
  };
  const titlesUnder = (message: MessageRecord) => answersTo(on.emulator, message).map(titleOf);
  const settled = (message: MessageRecord) =>
    on.emulator.waitFor(() => {
      const last = answersTo(on.emulator, message).at(-1);
      return last !== undefined && !isProgress(last) && last;
    }, 25_000);

  it.each([
    ['the answer to a sent card is lost', () => on.emulator.fail('reply', { kind: 'response-lost' })],
    ['sending is limited', () => on.emulator.fail('reply', { kind: 'rate-limited', resetSeconds: 1 }, 2)],
    ['editing fails for a while', () => on.emulator.fail('patch', { kind: 'refuse', code: 230020 }, 2)],
    ['the download breaks off', () => on.emulator.fail('resource', { kind: 'truncate' })],
    ['every token is revoked', () => on.emulator.fail('resource', { kind: 'token-revoked' })],
    ['the sign cannot be shown', () => on.emulator.fail('react', { kind: 'refuse', code: 231001 }, 5)],
  ])('is answered by one card though %s', async (_name, fail) => {
    fail();
    const { message } = upload(draftWithFaults);
    await settled(message);
    expect(titlesUnder(message)).toEqual([result]);
  });

  it('is answered in a new card when the first can no longer be edited', async () => {
    const { message, author } = upload(draftWithFaults);
    const first = await settled(message);
    on.emulator.fail('patch', { kind: 'refuse', code: 230031 });
    await on.emulator.userClicks(first.id, author, { tag: 'button', value: buttonValue(first, '重新检查') });
    await on.emulator.waitFor(() => answersTo(on.emulator, message).length === 2);
    await settled(message);
    expect(titlesUnder(message)).toEqual([result, result]);
  });

  it('is told what to do when the platform does not give the file away', async () => {
    on.emulator.fail('resource', { kind: 'refuse', code: 234038 });
    const { message } = upload(draftWithFaults);
    const answer = await settled(message);
    expect([titleOf(answer), wordsOf(answer).includes('请单独发给我')]).toEqual(['《报告.txt》没能检查', true]);
  });

  it('is told so when it is larger than allowed', async () => {
    const { message } = upload('长'.repeat(50_000));
    expect(wordsOf(await settled(message))).toContain('请压缩图片或拆分后重新发送');
  });
});
