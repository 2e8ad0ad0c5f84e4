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

  it('keeps two tabs two people, also when they are loaded again', async () => {
    const one = await bench.open();
    await one.getByRole('button', { name: '以成员丙的身份发言' }).click();
    const other = await one.context().newPage();
    await other.goto(bench.line.url);
    await other.getByRole('button', { name: '当前身份：成员丙，点击切换' }).waitFor();
    await other.getByRole('button', { name: '以成员丁的身份发言' }).click();
    await one.reload();
    await other.reload();
    await one.getByRole('button', { name: '当前身份：成员丙，点击切换' }).waitFor();
    await other.getByRole('button', { name: '当前身份：成员丁，点击切换' }).waitFor();
  });

  it('works in more tabs than a browser opens connections, whichever of them is closed', async () => {
    const first = await bench.open();
    const tabs = [first];
    for (let count = 1; count < 8; count += 1) {
      const tab = await first.context().newPage();
      await tab.goto(bench.line.url);
      await tab.getByRole('combobox', { name: /^发送给/u }).waitFor();
      tabs.push(tab);
    }
    const { world, people } = bench.playground.emulator;
    const sender = world.chats.get(bench.chatId)?.memberIds[1] ?? '';
    people.sendText(bench.chatId, sender, '大家都看得到');
    for (const tab of tabs) await tab.getByRole('log').getByText('大家都看得到').waitFor();
    await first.close();
    people.sendText(bench.chatId, sender, '关掉一个以后');
    for (const tab of tabs.slice(1)) await tab.getByRole('log').getByText('关掉一个以后').waitFor();
  });

  it('connects by itself where another tab holds the connection and sleeps', async () => {
    const page = await bench.open();
    const context = page.context();
    await page.close();
    const sleeper = await context.newPage();
    await sleeper.goto(`${bench.line.url}/api/state`);
    const hold = "navigator.locks.request('playground.events', () => { held(); return new Promise(() => {}); })";
    await sleeper.evaluate(`new Promise((held) => { void ${hold}; })`);
    const tab = await context.newPage();
    await tab.goto(bench.line.url);
    await tab.getByRole('combobox', { name: /^发送给/u }).waitFor();
  });

  it('shows a newcomer what to try, until somebody has spoken', async () => {
    const page = await bench.open();
    await page.getByRole('navigation', { name: '会话' }).getByRole('button', { name: '催稿', exact: true }).click();
    const guide = page.getByRole('region', { name: '怎么试' });
    await guide.getByRole('button', { name: '发一份示例报告' }).click();
    await page.getByRole('link', { name: '下载 述职述廉报告（示例）.txt' }).waitFor();
    await guide.waitFor({ state: 'detached' });
  });

  it('stays at the end of the talk when a banner takes some of its room', async () => {
    const page = await bench.open(1280, 400);
    const { world, people } = bench.playground.emulator;
    const chat = world.chats.get(bench.chatId);
    if (chat === undefined) throw new Error('no chat');
    const said = Array.from({ length: 12 }, (_, index) =>
      people.sendText(chat.id, chat.memberIds[1] ?? '', `第 ${index + 1} 句`),
    );
    await page.getByRole('log').getByText('第 12 句').waitFor();
    world.saveChat({ ...chat, topNotice: said[0]?.id ?? null });
    await page.getByRole('button', { name: /置顶/u }).waitFor();
    await expect
      .poll(() => page.locator('.scroller').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
      .toBeLessThan(2);
    world.saveChat(chat);
  });

  it('is worked by the keyboard alone: the focus returns to what opened a list', async () => {
    const page = await bench.open();
    const identity = page.getByRole('button', { name: /^当前身份/u });
    await identity.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: '搜索成员' }).first().waitFor();
    await page.keyboard.type('成员戊');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '当前身份：成员戊，点击切换' }).waitFor();
    await identity.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '切换身份' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '切换身份' }).waitFor({ state: 'detached' });
    expect(await identity.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true);
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

  it('names every control, on a wide screen and on a phone', async () => {
    for (const width of [1280, 375]) {
      const page = await bench.open(width, 740);
      const nameless = await page.locator('button, a, input, textarea, select').evaluateAll((controls) =>
        controls
          .filter((control) => {
            const label = control.getAttribute('aria-label') ?? control.textContent ?? '';
            return label.trim() === '' && control.closest('label') === null && control.id === '';
          })
          .map((control) => control.outerHTML),
      );
      expect(nameless).toEqual([]);
    }
  });
});
