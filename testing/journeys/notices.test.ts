import { describe, expect, it } from 'vitest';
import { docxFromText } from '../builders/docx-from-text.ts';
import { withDatabase } from '../postgres.ts';
import { buttonValue, titleOf, wordsOf } from './card-reading.ts';
import { filledForm, GroupChat } from './group-chat.ts';
import { mendedDraft, notAReport } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = () => new Date('2026-11-20T07:00:00Z');

const notice = [
  '关于报送2026年度述职述廉报告的通知',
  '各科室、局属各单位：',
  '根据年度考核工作安排，现就报送2026年度述职述廉报告有关事项通知如下。',
  '一、内容要求',
  '报告内容包括：学习情况、履职情况、廉洁自律情况、存在的问题、下一步打算。字数控制在3000字以内。',
  '二、报送要求',
  '请用Word文档报送，文件名统一为“单位+姓名+述职述廉报告”。请于2026年12月25日（星期五）17:30前发至工作群，逾期不再受理。',
  '县文化和旅游局办公室',
  '2026年11月20日',
].join('\n');

describe('a notice', () => {
  const on = withBot(database, { clock: { now } });

  const collectionsOf = (chat: GroupChat) => database.stores.collections.ofChat('feishu', chat.id);

  it('that is dropped as a file is told field by field, and starts only when somebody confirms it', async () => {
    const chat = new GroupChat(on.emulator);
    const file = { name: '报送通知.docx', bytes: docxFromText(notice) };
    const card = await chat.answered(on.emulator.people.sendFile(chat.id, chat.owner, file));
    expect(titleOf(card)).toBe('这是一份收稿通知吗？');
    expect(wordsOf(card)).toMatch(
      /从《报送通知\.docx》里读到这些[\s\S]*12月25日（星期五）17:30[\s\S]*述职述廉报告（2026年）/u,
    );
    expect(wordsOf(card)).toMatch(
      /全员 3 人[\s\S]*3000 字以内[\s\S]*存在的问题、下一步打算和整改措施[\s\S]*\.docx、\.doc[\s\S]*单位\+姓名\+述职述廉报告/u,
    );
    expect(wordsOf(card)).not.toContain('还有一个时间');
    expect(await collectionsOf(chat)).toEqual([]);
    expect((await chat.click(card, chat.author, '按此开始收集')).toast?.content).toContain(
      '只有群主、群管理员或组织者',
    );
    const outcomes = await Promise.all([1, 2].map(() => chat.click(card, chat.owner, '按此开始收集')));
    expect(outcomes.filter(({ toast }) => toast?.type === 'success')).toHaveLength(1);
    await chat.becomes(card, /^开始收集《2026年度述职述廉报告》$/u);
    expect(await collectionsOf(chat)).toMatchObject([
      {
        requirements: { kind: 'duty-integrity', year: 2026, maxCharacters: 3000, formats: ['docx', 'doc'] },
        deadline: '2026-12-25T09:30:00.000Z',
        organisers: [chat.owner],
      },
    ]);
    expect(wordsOf(await chat.say(chat.owner, '谁没交'))).toContain('0/3');
  });

  it('that is pasted is put right in a form before it starts', async () => {
    const chat = new GroupChat(on.emulator);
    const card = await chat.say(chat.owner, notice);
    expect(wordsOf(card)).toContain('从这段通知里读到这些');
    await chat.click(card, chat.owner, '修改');
    const form = await chat.becomes(card, /^新建收集$/u);
    expect(form.content).toContain('2026-12-25 17:30');
    await chat.click(form, chat.owner, '开始收集', filledForm({ maxCharacters: '2500' }));
    await chat.becomes(card, /^开始收集《/u);
    expect(await collectionsOf(chat)).toMatchObject([
      {
        deadline: '2026-12-31T10:00:00.000Z',
        requirements: { maxCharacters: 2500, formats: ['docx', 'doc'] },
      },
    ]);
  });

  it('that was confirmed when the process died starts all the same, once', async () => {
    const chat = new GroupChat(on.emulator);
    const card = await chat.say(chat.owner, notice);
    const { draft } = JSON.parse(JSON.stringify(buttonValue(card, '按此开始收集'))) as { draft: string };
    await database.stores.drafts.settle(draft, 'started');
    await chat.click(card, chat.owner, '按此开始收集');
    await chat.becomes(card, /^开始收集《/u);
    expect(await collectionsOf(chat)).toHaveLength(1);
  });

  it('that is none is put aside', async () => {
    const chat = new GroupChat(on.emulator);
    const card = await chat.say(chat.owner, notice);
    await chat.click(card, chat.owner, '不是通知');
    await chat.becomes(card, /^好的，没有开始收集$/u);
    expect(await collectionsOf(chat)).toEqual([]);
  });

  it('from somebody who does not organise, and a text that asks for nothing, are no reports', async () => {
    const chat = new GroupChat(on.emulator);
    const titles = [
      await chat.answered(chat.upload(chat.author, '通知.txt', notice)),
      await chat.answered(chat.upload(chat.owner, '会议.txt', notAReport)),
      await chat.answered(chat.upload(chat.other, '述职.txt', mendedDraft)),
    ].map(titleOf);
    expect(titles).toEqual([
      '关于报送2026年度述职述廉报告的通知',
      '关于召开年度工作会议的通知',
      '述职述廉报告 · 2025年 · 第 1 稿',
    ]);
  });
});
