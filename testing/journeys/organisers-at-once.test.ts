import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { wordsOf } from './card-reading.ts';
import { filledForm, GroupChat } from './group-chat.ts';

const database = withDatabase();
const now = new Date('2026-11-20T07:00:00Z');

describe('two organisers who change a collection at once', () => {
  let emulator: FeishuEmulator;
  let bots: BotUnderTest[];

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    const options = { clock: { now: () => now } };
    bots = [await startBotUnderTest(emulator, database, options), await startBotUnderTest(emulator, database, options)];
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await emulator.close();
  });

  const standing = async (chat: GroupChat) => {
    const [collection] = await database.stores.collections.ofChat('feishu', chat.id);
    if (collection === undefined) throw new Error('no collection');
    const history = await database.stores.collections.history(collection.id);
    return { name: collection.name, deadline: collection.deadline, told: history.map(({ what }) => what).sort() };
  };

  it('both have their way', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    const answers = await Promise.all([
      chat.say(chat.owner, '延期 2027年1月8日18:00'),
      chat.say(chat.owner, '改名 2026年度述职报告'),
    ]);
    expect(answers.map((answer) => wordsOf(answer).includes('没有改动'))).toEqual([false, false]);
    expect(await standing(chat)).toEqual({
      name: '2026年度述职报告',
      deadline: '2027-01-08T10:00:00.000Z',
      told: ['建立收集', '截止时间改为 2027年1月8日 18:00', '改名为《2026年度述职报告》'].sort(),
    });
  });

  it('keep what the other changed while a form was open', async () => {
    const chat = new GroupChat(emulator);
    const card = await chat.collect(chat.owner);
    await chat.click(card, chat.owner, '修改');
    const form = await chat.titled(/^修改《/u);
    await chat.say(chat.owner, '延期 2027年1月8日18:00');
    const outcome = await chat.click(form, chat.owner, '保存', filledForm({ name: '2026年度述职报告' }));
    expect(outcome.toast?.type).toBe('success');
    await chat.becomes(form, /已改$/u);
    expect(await standing(chat)).toEqual({
      name: '2026年度述职报告',
      deadline: '2027-01-08T10:00:00.000Z',
      told: ['建立收集', '截止时间改为 2027年1月8日 18:00', '改名为《2026年度述职报告》'].sort(),
    });
  });
});
