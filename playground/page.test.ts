import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, type PageBench, startPageBench } from '../testing/page/open-page.ts';

const reason = hasChromium ? '' : ' (skipped: no Chromium found, set CHROMIUM_PATH)';

/** Runs in the browser: a drag of one file with the given text. */
const dragOf = (name: string, text: string): string =>
  `(() => { const drag = new DataTransfer(); drag.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return drag; })()`;

const widths = `JSON.stringify([document.documentElement.scrollWidth, document.querySelector('.scroller').scrollWidth - document.querySelector('.scroller').clientWidth])`;

describe.skipIf(!hasChromium)(`the chat page in a browser${reason}`, () => {
  let bench: PageBench;
  beforeAll(async () => {
    bench = await startPageBench();
  });
  afterEach(() => bench.closePages());
  afterAll(() => bench?.close());

  const stored = () => bench.playground.emulator.messages(bench.chatId);

  it('sends a message with a mention chosen from the list', async () => {
    const page = await bench.open();
    const box = page.getByRole('combobox', { name: /^发送给/u });
    await box.pressSequentially('@催');
    await page.getByRole('listbox', { name: '选择要@的人' }).waitFor();
    await box.press('Enter');
    await box.pressSequentially('截止 12月31日18:00');
    await box.press('Shift+Enter');
    await box.pressSequentially('请大家留意');
    await box.press('Enter');
    await page.getByRole('log').getByText('请大家留意').waitFor();
    const message = stored().at(-1);
    expect(JSON.parse(message?.content ?? '{}')).toEqual({ text: '@_user_1 截止 12月31日18:00\n请大家留意' });
    expect(message?.mentions.map(({ name }) => name)).toEqual(['催稿']);
    expect(await page.locator('.mention').last().textContent()).toBe('@催稿');
    expect(await box.inputValue()).toBe('');
  });

  it('takes Enter while an input method is composing as a choice of words, not as sending', async () => {
    const page = await bench.open();
    const before = stored().length;
    const box = page.getByRole('combobox', { name: /^发送给/u });
    await box.fill('正在输入');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect([await box.inputValue(), stored().length]).toEqual(['正在输入', before]);
    await box.dispatchEvent('keydown', { key: 'Enter' });
    await page.getByRole('log').getByText('正在输入').waitFor();
  });

  it('uploads a file that is dropped on the chat', async () => {
    const page = await bench.open();
    const drag = await page.evaluateHandle(dragOf('述职报告（初稿）.txt', '述职报告正文'));
    await page.dispatchEvent('.conversation', 'dragenter', { dataTransfer: drag });
    await page.getByText('松开鼠标，把文件发送到').waitFor();
    await page.dispatchEvent('.conversation', 'drop', { dataTransfer: drag });
    const link = page.getByRole('link', { name: '下载 述职报告（初稿）.txt' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('述职报告（初稿）.txt');
    expect(await page.getByText('18 B').count()).toBe(1);
    await page.getByLabel('正在发送的文件').locator('li').first().waitFor({ state: 'detached' });
  });

  it('quotes the message that is answered', async () => {
    const page = await bench.open();
    const box = page.getByRole('combobox', { name: /^发送给/u });
    await box.fill('格式有统一要求吗？');
    await box.press('Enter');
    const asked = page.getByRole('listitem').filter({ hasText: '格式有统一要求吗？' }).last();
    await asked.hover();
    await asked.getByRole('button', { name: '回复' }).click();
    await box.fill('按去年的通知');
    await box.press('Enter');
    await page.getByRole('button', { name: '查看被回复的消息：格式有统一要求吗？' }).waitFor();
    const [question, answer] = stored().slice(-2);
    expect(answer?.parentId).toBe(question?.id);
  });

  it('takes an own message back after asking', async () => {
    const page = await bench.open();
    const box = page.getByRole('combobox', { name: /^发送给/u });
    await box.fill('发错了');
    await box.press('Enter');
    const sent = page.getByRole('listitem').filter({ hasText: '发错了' }).last();
    await sent.hover();
    await sent.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByRole('log').getByText('你撤回了一条消息').waitFor();
    expect(stored().at(-1)?.recalled).toBe(true);
  });

  it('acts as another member and counts what is unread in other chats', async () => {
    const page = await bench.open();
    const { world, people } = bench.playground.emulator;
    const other = [...world.chats.values()].filter(({ type }) => type === 'group')[1];
    await page.getByRole('button', { name: '以成员乙的身份发言' }).click();
    await page.getByRole('button', { name: '当前身份：成员乙，点击切换' }).waitFor();
    const sender = other?.memberIds.find((id) => world.nameOf(id) === '成员甲') ?? '';
    people.sendText(other?.id ?? '', sender, '周五前报送');
    people.sendText(other?.id ?? '', sender, '@{all} 请尽快');
    const entry = page.getByRole('button', { name: `${other?.name}，2 条未读` });
    await entry.waitFor();
    expect(await entry.textContent()).toContain('[有人@我]');
    await entry.click();
    await page.getByRole('button', { name: other?.name ?? '', exact: true }).waitFor();
  });

  it('comes back by itself after the connection broke, with what was missed', async () => {
    const page = await bench.open();
    bench.line.cut();
    await page.getByRole('alert').getByText('网络已断开').waitFor();
    const { world, people } = bench.playground.emulator;
    const sender = world.chats.get(bench.chatId)?.memberIds[1] ?? '';
    people.sendText(bench.chatId, sender, '断线时的消息');
    bench.line.mend();
    await page.getByRole('log').getByText('断线时的消息').waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('fits a phone: nothing wider than the screen, the chats in a drawer', async () => {
    const page = await bench.open(375, 740);
    expect(JSON.parse(await page.evaluate(widths))).toEqual([375, 0]);
    expect(await page.getByRole('navigation', { name: '会话' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: '打开会话列表' }).click();
    await page
      .getByRole('navigation', { name: '会话' })
      .getByRole('button', { name: /机关党支部/u })
      .click();
    await page.getByRole('heading', { name: '机关党支部工作群' }).waitFor();
  });
});
