import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formCard, galleryCard } from '../testing/page/gallery-card.ts';
import { hasChromium, type PageBench, startPageBench } from '../testing/page/open-page.ts';

const reason = hasChromium ? '' : ' (skipped: no Chromium found, set CHROMIUM_PATH)';

describe.skipIf(!hasChromium)(`cards on the chat page in a browser${reason}`, () => {
  let bench: PageBench;
  let people: string[];
  beforeAll(async () => {
    bench = await startPageBench();
    people = bench.playground.emulator.world.chats.get(bench.chatId)?.memberIds ?? [];
  });
  afterEach(() => bench.closePages());
  afterAll(() => bench?.close());

  const nameOf = (id: string | undefined): string => bench.playground.emulator.world.nameOf(id ?? '');

  const shown = async (page: Page, messageId: string) => {
    const card = page.locator(`[data-message="${messageId}"]`);
    await card.waitFor();
    return card;
  };

  it('draws every component of a card', async () => {
    const page = await bench.open();
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, galleryCard(people)));
    await card.locator('canvas').first().waitFor();
    expect(await card.locator('.unknown-element').count()).toBe(0);
    expect(await card.locator('.markdown strong').first().textContent()).toBe('粗体');
    expect(await card.locator('.markdown .mention').first().textContent()).toBe(`@${nameOf(people[0])}`);
    expect(await card.getByText('红字').getAttribute('data-hue')).toBe('red');
    expect(await card.getByText('纯文本 <b>原样</b>').count()).toBe(1);
    expect(await card.getByRole('link', { name: '制度' }).getAttribute('rel')).toBe('noopener noreferrer');
    const narrow = await card.locator('.column').first().boundingBox();
    const wide = await card.locator('.column').last().boundingBox();
    expect((wide?.width ?? 0) / (narrow?.width ?? 1)).toBeCloseTo(3, 1);
    await card.getByRole('button', { name: '建议改 3 处' }).click();
    await card.getByText('折叠的内容').waitFor();
    expect(await card.locator('tbody tr').allTextContents()).toEqual(['第一行已交2053', '第二行未交0']);
    await card.getByRole('button', { name: '下一页' }).click();
    expect(await card.locator('tbody tr').allTextContents()).toEqual(['第三行已交3100']);
    expect(await card.locator('.person-entry > span:last-child').allTextContents()).toEqual(
      [people[0], people[1], people[1]].map(nameOf),
    );
  });

  it('lets nothing of a card run or lead to a script', async () => {
    const page = await bench.open();
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, galleryCard(people)));
    expect(await card.locator('script, img[onerror], a[href^="javascript:"]').count()).toBe(0);
    expect(await card.getByText('<script>alert(1)</script>').count()).toBe(1);
  });

  it('names a component it does not know in a grey box', async () => {
    const page = await bench.open();
    const id = await bench.bot.sendCard(bench.chatId, galleryCard(people));
    const message = bench.playground.emulator.world.messages.get(id);
    if (message === undefined) throw new Error('the card was not stored');
    const strange = { schema: '2.0', body: { elements: [{ tag: 'hologram' }] } };
    bench.playground.emulator.world.saveMessage({ ...message, content: JSON.stringify(strange) });
    const card = await shown(page, id);
    await card.getByText('暂不支持的组件：hologram').waitFor();
  });

  it('sends a click back and shows the toast of the answer', async () => {
    const page = await bench.open();
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, galleryCard(people)));
    await card.getByRole('button', { name: '重新检查' }).click();
    await page.getByRole('status').getByText('已收到').waitFor();
    expect(bench.bot.clicks.at(-1)).toMatchObject({ tag: 'button', value: { action: 'recheck' } });
  });

  it('asks before a click that wants to be confirmed', async () => {
    const page = await bench.open();
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, galleryCard(people)));
    const before = bench.bot.clicks.length;
    await card.getByRole('button', { name: '撤回这一稿' }).click();
    await page.getByRole('dialog', { name: '撤回这一稿？' }).getByRole('button', { name: '取消' }).click();
    expect(bench.bot.clicks).toHaveLength(before);
    await card.getByRole('button', { name: '撤回这一稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('status').getByText('已收到').waitFor();
    expect(bench.bot.clicks.at(-1)).toMatchObject({ value: { action: 'withdraw' } });
  });

  it('submits a form as a whole, and not before its required fields are filled', async () => {
    const page = await bench.open();
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, formCard(people)));
    await card.getByRole('button', { name: '开始收集' }).click();
    await card.getByRole('alert').waitFor();
    await card.getByLabel('名称').fill('2026年度述职述廉报告');
    await card.getByLabel('选择文种').selectOption('duty-integrity');
    await card.getByLabel('选择日期').fill('2026-12-30');
    await card.getByLabel('选择时间').fill('09:30');
    await card.getByLabel('选择截止时间').fill('2026-12-31T18:00');
    await card.getByLabel('选择组织者').selectOption(people[0] ?? '');
    await card.getByRole('button', { name: '选择提交人' }).click();
    await card.getByRole('checkbox', { name: nameOf(people[2]), exact: true }).check();
    await card.getByRole('button', { name: '开始收集' }).click();
    await page.getByRole('status').getByText('已收到').waitFor();
    expect(bench.bot.clicks.at(-1)).toMatchObject({
      tag: 'button',
      name: 'start',
      value: { action: 'start' },
      form_value: {
        name: '2026年度述职述廉报告',
        kind: 'duty-integrity',
        day: '2026-12-30 +0800',
        time: '09:30 +0800',
        deadline: '2026-12-31 18:00 +0800',
        organiser: people[0],
        audience: [people[0], people[2]],
      },
    });
  });

  it('shows a card anew when the bot edits it', async () => {
    const page = await bench.open();
    const id = await bench.bot.sendCard(bench.chatId, galleryCard(people));
    const card = await shown(page, id);
    await bench.bot.patchCard(id, {
      schema: '2.0',
      config: { update_multi: true },
      header: { template: 'green', title: { tag: 'plain_text', content: '检查完成' } },
      body: { elements: [{ tag: 'markdown', content: '没有发现问题' }] },
    });
    await card.getByText('没有发现问题').waitFor();
    expect(await card.locator('.card-header').getAttribute('class')).toContain('hue-green');
    expect(await card.locator('canvas').count()).toBe(0);
  });

  it('keeps every component within a phone’s width', async () => {
    const page = await bench.open(375, 740);
    const card = await shown(page, await bench.bot.sendCard(bench.chatId, galleryCard(people)));
    await card.locator('canvas').first().waitFor();
    const wider = "document.querySelector('.scroller').scrollWidth - document.querySelector('.scroller').clientWidth";
    expect([await page.evaluate('document.documentElement.scrollWidth'), await page.evaluate(wider)]).toEqual([375, 0]);
    const box = await card.locator('.card').boundingBox();
    expect(box?.width).toBeGreaterThan(340);
  });
});
