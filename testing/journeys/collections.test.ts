import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { titleOf, wordsOf } from './card-reading.ts';
import { filledForm, GroupChat } from './group-chat.ts';

const database = withDatabase();

/** Friday 20 November 2026, 15:00 in Shanghai. */
const now = () => new Date('2026-11-20T07:00:00Z');

describe('a collection', () => {
  let emulator: FeishuEmulator;
  let bot: BotUnderTest;
  /** Set to organise in every chat. */
  let configured: string;

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    configured = emulator.membership.addMember('成员戊').id;
    bot = await startBotUnderTest(emulator, database, { clock: { now }, organiserIds: [configured] });
  });
  afterAll(async () => {
    await bot.stop();
    await emulator.close();
  });

  const collectionsOf = (chat: GroupChat) => database.stores.collections.ofChat('feishu', chat.id);
  const historyOf = async (chat: GroupChat) => {
    const [collection] = await collectionsOf(chat);
    return (await database.stores.collections.history(collection?.id ?? '')).map(({ what }) => what);
  };

  it('is started by a form, which says what is wrong with what was filled in', async () => {
    const chat = new GroupChat(emulator);
    const form = await chat.say(chat.owner, '新建收集');
    const refused: [Record<string, unknown>, string][] = [
      [{ name: ' ' }, '请填写名称，例如：2026年度述职述廉报告'],
      [{ deadline: '' }, '请选择截止时间'],
      [{ deadline: '2026-11-20 14:00 +0800' }, '截止时间已经过去，请选一个以后的时间'],
      [{ audience: 'chosen' }, '请选出具体的人，或把“谁要交”改为全员'],
      [{ maxCharacters: '三千' }, '最多字数请只填数字，例如 3000'],
      [{ minCharacters: '5000' }, '最少字数不能比最多字数大'],
    ];
    for (const [fields, message] of refused) {
      const outcome = await chat.click(form, chat.owner, '开始收集', filledForm(fields));
      expect(outcome).toEqual({ toast: { type: 'warning', content: message } });
    }
    expect(await collectionsOf(chat)).toEqual([]);
    const fields = filledForm({ audience: 'chosen', people: [chat.author, chat.other], fileName: '单位+姓名+文种' });
    const outcomes = await Promise.all([1, 2].map(() => chat.click(form, chat.owner, '开始收集', fields)));
    expect(outcomes.map(({ toast }) => toast?.content).sort()).toEqual(['好的，开始收集', '这项收集已经开始了'].sort());
    const card = await chat.becomes(form, /^开始收集《2026年度述职述廉报告》$/u);
    expect(wordsOf(card)).toContain('12月31日（星期四）18:00，还有 41 天 3 小时');
    expect(wordsOf(card)).toMatch(/成员乙、成员丙，共 2 人[\s\S]*3000 字以内[\s\S]*单位\+姓名\+文种/u);
    expect(await collectionsOf(chat)).toMatchObject([
      {
        name: '2026年度述职述廉报告',
        requirements: { kind: 'duty-integrity', year: 2026, maxCharacters: 3000, fileName: '{unit}+{name}+{kind}' },
        audience: { mode: 'chosen', chosen: [{ id: chat.author }, { id: chat.other }], exempt: [] },
        deadline: '2026-12-31T10:00:00.000Z',
        organisers: [chat.owner],
        state: 'open',
      },
    ]);
  });

  it('is started by one sentence; the card tells everything understood', async () => {
    const chat = new GroupChat(emulator);
    const words = `收集2026年度述职述廉报告，12月31日18:00前，3000字以内，@{${chat.author}} @{${chat.other}}`;
    const card = await chat.say(chat.other, words);
    expect(titleOf(card)).toBe('开始收集《2026年度述职述廉报告》');
    expect(wordsOf(card)).toMatch(
      /12月31日（星期四）18:00[\s\S]*述职述廉报告（2026年）[\s\S]*成员乙、成员丙，共 2 人[\s\S]*3000 字以内/u,
    );
    expect(await collectionsOf(chat)).toMatchObject([
      {
        requirements: { kind: 'duty-integrity', year: 2026, maxCharacters: 3000 },
        audience: { mode: 'chosen', chosen: [{ id: chat.author }, { id: chat.other }] },
        organisers: [chat.other],
      },
    ]);
    const everybody = await chat.say(chat.owner, `收集党建工作总结，月底前，除@{${chat.other}}外`);
    expect(wordsOf(everybody)).toMatch(/除成员丙外的全员，共 2 人[\s\S]*没有写几点，按 18:00 算/u);
  });

  it('is asked about where the sentence leaves something open', async () => {
    const chat = new GroupChat(emulator);
    const question = await chat.say(chat.author, '收集述职报告，12月25日（星期四）前，全员');
    expect(titleOf(question)).toBe('请确认截止时间');
    expect((await chat.click(question, chat.other, '12月25日（星期五）18:00')).toast?.type).toBe('warning');
    await chat.click(question, chat.author, '12月25日（星期五）18:00');
    await chat.becomes(question, /^开始收集《述职报告》$/u);
    const form = await chat.say(chat.author, '收集2026年度调研报告，2500字以内');
    expect(wordsOf(form)).toContain('没看懂截止时间');
    expect(form.content).toContain('"default_value":"2026年度调研报告"');
    await chat.click(form, chat.author, '开始收集', {
      name: '2026年度调研报告',
      kind: 'investigation',
      deadline: '2026-12-20 18:00 +0800',
      maxCharacters: '2500',
    });
    await chat.becomes(form, /^开始收集《2026年度调研报告》$/u);
    const names = (await collectionsOf(chat)).map(({ name, deadline }) => [name, deadline]);
    expect(Object.fromEntries(names)).toEqual({
      述职报告: '2026-12-25T10:00:00.000Z',
      '2026年度调研报告': '2026-12-20T10:00:00.000Z',
    });
  });

  it('is changed by a form that shows what stands, and the history tells what was changed', async () => {
    const chat = new GroupChat(emulator);
    const card = await chat.collect(chat.owner);
    expect((await chat.click(card, chat.author, '修改')).toast?.content).toBe('只有组织者、群主或群管理员可以这样做');
    await chat.click(card, chat.owner, '修改');
    const form = await chat.titled(/^修改《/u);
    expect(form.content).toContain('2026-12-31 18:00');
    const changes = { deadline: '2027-01-05 12:00 +0800', audience: 'exempt', people: [chat.other] };
    expect((await chat.click(form, chat.author, '保存', filledForm(changes))).toast?.type).toBe('warning');
    await chat.click(form, chat.owner, '保存', filledForm(changes));
    expect(wordsOf(await chat.becomes(form, /已改$/u))).toContain('除成员丙外的全员，共 2 人');
    expect(await historyOf(chat)).toEqual([
      '建立收集',
      '截止时间改为 2027年1月5日（星期二）12:00；要交的人改为除成员丙外的全员，共 2 人',
    ]);
  });

  it('is asked about with buttons when a command may mean several', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.author, { name: '2026年度述职述廉报告' });
    await chat.collect(chat.author, { name: '2026年度党建工作总结', kind: 'party-building-summary' });
    const byName = await chat.say(chat.author, '截止 党建工作总结 12月20日12:00');
    expect(titleOf(byName)).toBe('截止时间已设好');
    const question = await chat.say(chat.author, '截止 12月25日18:00');
    expect(titleOf(question)).toBe('是哪一项收集？');
    expect((await chat.click(question, chat.other, '2026年度述职述廉报告')).toast?.type).toBe('warning');
    await chat.click(question, chat.author, '2026年度述职述廉报告');
    await chat.becomes(question, /^截止时间已设好$/u);
    const deadlines = (await collectionsOf(chat)).map(({ name, deadline }) => [name, deadline]);
    expect(Object.fromEntries(deadlines)).toEqual({
      '2026年度述职述廉报告': '2026-12-25T10:00:00.000Z',
      '2026年度党建工作总结': '2026-12-20T04:00:00.000Z',
    });
    const shown = wordsOf(await chat.say(chat.other, '截止'));
    expect(shown).toMatch(/党建工作总结[\s\S]*12月20日[\s\S]*述职述廉报告[\s\S]*12月25日/u);
  });

  it('asks back when a date may mean two days', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    const question = await chat.say(chat.owner, '截止 12月25日（星期四）17:30');
    expect(wordsOf(question)).toContain('12月25日是星期五，不是星期四');
    await chat.click(question, chat.owner, '12月24日（星期四）17:30');
    await chat.becomes(question, /^截止时间已设好$/u);
    expect((await collectionsOf(chat))[0]?.deadline).toBe('2026-12-24T09:30:00.000Z');
  });

  it('is renamed and closed by organisers only', async () => {
    const chat = new GroupChat(emulator);
    const card = await chat.collect(chat.author);
    expect(wordsOf(await chat.say(chat.other, '改名 别的名字'))).toContain('只有这项收集的组织者');
    expect(titleOf(await chat.say(chat.author, '改名为《2026年述职材料》'))).toBe(
      '《2026年度述职述廉报告》改名为《2026年述职材料》',
    );
    expect(titleOf(await chat.say(chat.other, '结束收集'))).toBe('没有改动');
    expect((await chat.click(card, chat.other, '结束收集')).toast?.type).toBe('warning');
    expect(titleOf(await chat.say(chat.owner, '结束收集'))).toBe('《2026年述职材料》已结束收集');
    expect((await chat.click(card, chat.owner, '结束收集')).toast?.content).toBe(
      '这项收集已经结束，请看群里最新的卡片',
    );
    expect(await historyOf(chat)).toEqual(['建立收集', '改名为《2026年述职材料》', '结束收集']);
    expect(titleOf(await chat.say(chat.owner, '改名 新名字'))).toBe('没有正在进行的收集');
  });

  it('lets people off from the roster card as well', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    const roster = await chat.say(chat.owner, '谁没交');
    expect((await chat.click(roster, chat.author, '免交…')).toast?.content).toBe(
      '只有组织者、群主或群管理员可以这样做',
    );
    await chat.click(roster, chat.owner, '免交…');
    const form = await chat.titled(/谁可以不交$/u);
    expect((await chat.click(form, chat.owner, '保存', { decision: 'leave' })).toast?.content).toBe('请先选人');
    await chat.click(form, chat.owner, '保存', { decision: 'leave', people: [chat.author], reason: '产假' });
    await chat.becomes(form, /^成员乙请假$/u);
    expect(await historyOf(chat)).toEqual(['建立收集', '请假：成员乙（产假）']);
    expect(wordsOf(await chat.say(chat.owner, '谁没交'))).toContain('0/2');
  });

  it('asks who joins and no longer who leaves', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    const joined = emulator.membership.addMember('成员丁').id;
    emulator.membership.join(chat.id, joined);
    emulator.membership.leave(chat.id, chat.other);
    await expect
      .poll(async () => (await database.stores.chats.members('feishu', chat.id))?.map(({ id }) => id), {
        timeout: 20_000,
      })
      .toEqual([chat.owner, chat.author, joined]);
    expect(wordsOf(await chat.say(chat.owner, '谁没交'))).toMatch(/0\/3[\s\S]*成员甲、成员乙、成员丁/u);
  });

  it('is run by administrators of the chat and by who is set to organise everywhere', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    emulator.membership.join(chat.id, configured);
    expect(titleOf(await chat.say(configured, '改名 第一次改名'))).toContain('改名为《第一次改名》');
    expect(titleOf(await chat.say(chat.author, '改名 第二次改名'))).toBe('没有改动');
    emulator.membership.setAdmins(chat.id, [chat.author]);
    expect(titleOf(await chat.say(chat.author, '改名 第二次改名'))).toContain('改名为《第二次改名》');
  });

  it('lets people off and asks them again, with the reason in the history', async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner, { audience: 'exempt', people: [chat.other] });
    const [collection] = await collectionsOf(chat);
    expect(titleOf(await chat.say(chat.author, `免交 @{${chat.author}}`))).toBe('没有改动');
    expect(wordsOf(await chat.say(chat.owner, '免交'))).toContain('请 @ 出要免交的人');
    expect(titleOf(await chat.say(chat.owner, `免交 @{${chat.author}} 借调外单位`))).toBe('成员乙免交');
    expect(await database.stores.overrides.of(collection?.id ?? '')).toMatchObject([
      { kind: 'exempt', member: { id: chat.author }, reason: '借调外单位', by: chat.owner },
    ]);
    expect(wordsOf(await chat.say(chat.owner, `免交 @{${chat.other}}`))).toContain('成员丙本来就不在要交的人里');
    await chat.say(chat.owner, `取消免交 @{${chat.author}} @{${chat.other}}`);
    expect(await database.stores.overrides.of(collection?.id ?? '')).toEqual([]);
    expect((await collectionsOf(chat))[0]?.audience.exempt).toEqual([]);
    expect(await historyOf(chat)).toEqual([
      '建立收集',
      '免交：成员乙（借调外单位）',
      '取消免交：成员乙',
      '取消免交：成员丙',
    ]);
  });
});
