import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('这不是问题', { timeout: 60_000 }, () => {
  const on = withBot(database);

  const newChat = () => new GroupChat(on.emulator);
  const cardUnder = (file: MessageRecord, shows: (card: MessageRecord) => boolean) =>
    on.emulator.waitFor(
      () => answersTo(on.emulator, file).find((card) => !isProgress(card) && shows(current(card))),
      30_000,
    );
  const current = (card: MessageRecord): MessageRecord => on.emulator.world.messages.get(card.id) ?? card;
  const isResult = (card: MessageRecord): boolean => titleOf(card).startsWith('述职述廉报告');
  const isChoice = (card: MessageRecord): boolean => titleOf(card).endsWith('哪些不是问题');
  const upload = async (chatId: string, author: string, words: string) => {
    const bytes = new TextEncoder().encode(words);
    const file = on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes });
    return { file, card: await cardUnder(file, isResult) };
  };
  const click = (card: MessageRecord, who: string, label: string, findings?: string[]) =>
    on.emulator.userClicks(card.id, who, {
      tag: 'button',
      value: buttonValue(current(card), label),
      ...(findings === undefined ? {} : { formValue: { findings } }),
    });
  const resultOf = async (file: MessageRecord) => {
    const revision = await database.stores.submissions.byMessage('feishu', file.id);
    const stored = await database.stores.submissions.result(revision?.id ?? '');
    if (stored === null) throw new Error('not checked');
    return stored.result;
  };
  /** The value of the option whose label holds these words. */
  const optionOf = (card: MessageRecord, words: string): string => {
    const options = [...current(card).content.matchAll(/"content":"([^"]*)"\},"value":"([0-9a-f]{16})"/gu)];
    const [, , value] = options.find(([, label]) => label?.includes(words)) ?? [];
    if (value === undefined) throw new Error(`no option with ${words}`);
    return value;
  };

  it('sets a finding aside in this version and the next, until it is taken back', async () => {
    const { id: chatId, author } = newChat();
    const { file, card } = await upload(chatId, author, draftWithFaults);
    expect(wordsOf(card)).toContain('##paidbegin##');
    expect((await click(card, author, '这不是问题…')).toast?.content).toBe('请在下面的卡片里选择');
    const choice = await cardUnder(file, isChoice);
    const option = optionOf(choice, '##paidbegin##');
    expect((await click(choice, author, '这些不是问题', [option])).toast?.content).toBe(
      '已忽略 1 条，正在更新检查结果',
    );
    await on.emulator.waitFor(() => /已忽略 1 处/u.test(wordsOf(current(card))) || undefined, 30_000);
    await on.emulator.waitFor(() => /已忽略 1 条，选错了可以恢复/u.test(wordsOf(current(choice))) || undefined);

    const next = await upload(chatId, author, `${draftWithFaults}\n成员甲`);
    expect(titleOf(next.card)).toBe('述职述廉报告 · 2025年 · 第 2 稿');
    expect(wordsOf(next.card)).toContain('已忽略 1 处');

    expect((await click(choice, author, '恢复检查这些', [option])).toast?.content).toBe(
      '已恢复 1 条，正在更新检查结果',
    );
    await on.emulator.waitFor(
      () => (isResult(current(card)) && !/已忽略/u.test(wordsOf(current(card)))) || undefined,
      30_000,
    );
    expect(await database.stores.waivers.of('feishu', chatId, author)).toEqual([]);
  });

  it('sets a missing part aside, for this kind of report and in later versions, until it is taken back', async () => {
    const { id: chatId, author } = newChat();
    const { file, card } = await upload(chatId, author, draftWithFaults);
    const [missing] = (await resultOf(file)).missing.filter(({ severity }) => severity === 'must');
    if (missing === undefined) throw new Error('nothing is missing in the draft');
    await click(card, author, '这不是问题…');
    const choice = await cardUnder(file, isChoice);
    const option = optionOf(choice, `必须补：${missing.name}`);
    const { parts } = await resultOf(file);
    await click(choice, author, '这些不是问题', [option]);
    await on.emulator.waitFor(() => /已忽略 1 处/u.test(wordsOf(current(card))) || undefined, 30_000);
    const set = await resultOf(file);
    expect([set.waivedParts, set.parts]).toEqual([[missing], { ...parts, required: parts.required - 1 }]);

    const next = await upload(chatId, author, draftWithFaults.replace('##paidbegin##', ''));
    expect(wordsOf(next.card)).toMatch(/已忽略 1 处[\s\S]*必须补：/u);
    expect(wordsOf(next.card)).toMatch(/还剩 \d+，新增 0/u);

    await click(choice, author, '恢复检查这些', [option]);
    await on.emulator.waitFor(
      () => (isResult(current(card)) && !/已忽略/u.test(wordsOf(current(card)))) || undefined,
      30_000,
    );
    expect((await resultOf(file)).parts).toEqual(parts);
  });

  it('is for the author and those who organise, and remembered for the author', async () => {
    const { id: chatId, owner, author, other } = newChat();
    const { file, card } = await upload(chatId, author, draftWithFaults);
    expect((await click(card, other, '这不是问题…')).toast?.content).toBe('只有作者或组织者可以忽略或恢复问题');
    await click(card, owner, '这不是问题…');
    const choice = await cardUnder(file, isChoice);
    const option = optionOf(choice, '##paidbegin##');
    expect((await click(choice, other, '这些不是问题', [option])).toast?.content).toBe(
      '只有作者或组织者可以忽略或恢复问题',
    );
    expect((await click(choice, owner, '这些不是问题', [])).toast?.content).toBe('请先选择条目');
    await click(choice, owner, '这些不是问题', [option]);
    await on.emulator.waitFor(() => /已忽略 1 处/u.test(wordsOf(current(card))) || undefined, 30_000);
    expect(await database.stores.waivers.of('feishu', chatId, author)).toMatchObject([{ phrase: '##paidbegin##' }]);
    const others = await upload(chatId, other, draftWithFaults);
    expect(wordsOf(others.card)).not.toContain('已忽略');
  });
});
