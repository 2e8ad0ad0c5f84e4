import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { readDocxWithMap } from '../../report/reading/docx/read-docx.ts';
import { defaultLimits } from '../../report/reading/limits.ts';
import { Archive } from '../../report/reading/zip/archive.ts';
import { docxFromText } from '../builders/docx-from-text.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('下载批注版', { timeout: 60_000 }, () => {
  const on = withBot(database);

  const upload = async (name: string, words: string) => {
    const { id: chatId, members } = on.emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙'] });
    const [author, other] = members.map((member) => member.id);
    const bytes = name.endsWith('.docx') ? docxFromText(words) : new TextEncoder().encode(words);
    const file = on.emulator.people.sendFile(chatId, author ?? '', { name, bytes });
    const card = await on.emulator.waitFor(
      () => answersTo(on.emulator, file).find((answer) => answer.type === 'interactive' && !isProgress(answer)),
      30_000,
    );
    const click = (who: string | undefined) =>
      on.emulator.userClicks(card.id, who ?? '', { tag: 'button', value: buttonValue(card, '下载批注版') });
    const noteOf = (title: RegExp) =>
      on.emulator.waitFor(() => answersTo(on.emulator, file).find((answer) => title.test(titleOf(answer))), 30_000);
    return { file, author, other, click, noteOf };
  };
  const filesUnder = (message: MessageRecord) =>
    answersTo(on.emulator, message).filter((answer) => answer.type === 'file');
  const sent = async (message: MessageRecord | undefined) => {
    const content = JSON.parse(message?.content ?? '{}') as { file_key?: string };
    const about = on.emulator.world.files.get(content.file_key ?? '');
    const bytes = on.emulator.world.blobs.read(content.file_key ?? '');
    const archive = await Archive.open(bytes, defaultLimits);
    const { document } = await readDocxWithMap(archive, { format: 'docx', source: 'native', limits: defaultLimits });
    return { name: about?.name, text: document.text, comments: document.asides.map((aside) => aside.text).join('\n') };
  };

  it('sends the uploaded .docx back with a comment on every finding, once', async () => {
    const { file, author, other, click, noteOf } = await upload('述职述廉报告（初稿）.docx', draftWithFaults);
    expect((await click(author)).toast).toEqual({ type: 'info', content: '好的，批注版马上发出' });
    const note = await noteOf(/^批注版已发出，共 \d+ 处批注$/u);
    expect(wordsOf(note)).not.toContain('版式');
    const copy = await sent(filesUnder(file)[0]);
    expect(copy.name).toBe('述职述廉报告（初稿）（批注版）.docx');
    expect(copy.text).toBe(draftWithFaults);
    expect(copy.comments).toContain('【必须改】');
    expect((await click(other)).toast?.content).toBe('这一稿的批注版已经发过，请在上面的消息里找');
    await on.bot.idle();
    expect(filesUnder(file)).toHaveLength(1);
  });

  it('makes a new .docx of a file that is none', async () => {
    const { file, other, click, noteOf } = await upload('报告.txt', draftWithFaults);
    await click(other);
    expect(wordsOf(await noteOf(/^批注版已发出/u))).toContain('版式与原文件不同');
    const copy = await sent(filesUnder(file)[0]);
    expect(copy.name).toBe('报告（批注版）.docx');
    expect(copy.text).toBe(draftWithFaults);
    expect(copy.comments).toContain('【必须改】');
  });

  it('is not for people who got the card forwarded', async () => {
    const { file, other, click } = await upload('报告.txt', draftWithFaults);
    const stored = on.emulator.world.messages.get(
      answersTo(on.emulator, file).find((answer) => answer.type === 'interactive')?.id ?? '',
    );
    const elsewhere = on.emulator.addChat({ name: '别的群', members: [other ?? '', '成员戊'] });
    if (stored) on.emulator.world.saveMessage({ ...stored, chatId: elsewhere.id });
    expect((await click(other)).toast?.content).toBe('请到报告所在的群里操作');
    await on.bot.idle();
    expect(filesUnder(file)).toEqual([]);
  });
});
