import { describe, expect, it } from 'vitest';
import type { NudgeTone } from '../../core/reminder-policy.ts';
import { sampleCollection, usualHours } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { type NudgeCardPart, nudgeCard } from './nudge-card.ts';

const calendar = workingCalendar(usualHours);
const members = [{ id: 'ou_1' }, { id: 'ou_2' }];
const card = (
  tone: NudgeTone,
  now: string,
  change: { deadline?: string; inPrivate?: boolean; sent?: NudgeCardPart['sent'] } = {},
) =>
  nudgeCard(
    [
      {
        collection: sampleCollection(change.deadline ?? '2026-12-31T18:00', { name: '述职述廉报告' }),
        tone,
        members,
        ...(change.sent === undefined ? {} : { sent: change.sent }),
        handedIn: 7,
        total: 12,
      },
    ],
    { now: new Date(`${now}:00+08:00`), calendar, inPrivate: change.inPrivate ?? false },
  );
const words = (...given: Parameters<typeof card>): string =>
  card(...given)
    .blocks.flatMap((block) => (block.kind === 'text' ? block.text : []))
    .map((part) => (typeof part === 'string' ? part : 'mention' in part ? `@${part.mention}` : ''))
    .join('');

describe('a nudge says', () => {
  it.each([
    [
      'early',
      '2026-12-28T09:40',
      {},
      '各位好，《述职述廉报告》12月31日（周四）18:00 截止，还有 3 个工作日。已交 7/12。@ou_1 @ou_2 方便时把初稿发到群里，我先帮您过一遍。',
    ],
    [
      'soon',
      '2026-12-30T09:40',
      {},
      '《述职述廉报告》明天 18:00 截止，还有 1 天 8 小时。已交 7/12。@ou_1 @ou_2 还没有收到您的报告，请抓紧发来；需要延期请告诉组织者。',
    ],
    [
      'hours',
      '2026-12-31T16:10',
      {},
      '《述职述廉报告》今天 18:00 截止，还有 1 小时 50 分。已交 7/12。@ou_1 @ou_2 请尽快把报告发来，有困难请马上告诉组织者。',
    ],
    [
      'due',
      '2026-12-31T18:00',
      {},
      '《述职述廉报告》已到截止时间（12月31日（周四）18:00）。已交 7/12。@ou_1 @ou_2 还没有收到您的报告，请尽快补交，组织者已知悉。',
    ],
    [
      'late',
      '2027-01-04T09:10',
      {},
      '《述职述廉报告》已于 12月31日（周四）18:00 截止。已交 7/12。@ou_1 @ou_2 还差您的报告，请今天补交；确有困难请直接和组织者说明。',
    ],
    [
      'hours',
      '2026-12-31T17:00',
      { deadline: '2027-01-01T00:00' },
      '《述职述廉报告》今天 24:00 截止，还有 7 小时。已交 7/12。@ou_1 @ou_2 请尽快把报告发来，有困难请马上告诉组织者。',
    ],
    [
      'early',
      '2026-12-28T09:40',
      { inPrivate: true },
      '您好，《述职述廉报告》12月31日（周四）18:00 截止，还有 3 个工作日。方便时把初稿发到群里或发给我，我先帮您过一遍。',
    ],
  ] as const)('%s at %s %j', (tone, now, change, expected) => {
    expect(words(tone, now, change)).toBe(expected);
  });

  it.each([
    [
      false,
      '@ou_1 @ou_2 还没有收到您的报告，请抓紧发来；需要延期请告诉组织者。 @ou_1 发来的文件没能读出，请按它下面卡片上的提示处理后重新发送。 @ou_2 发来的文件还没选交到哪一项，请点它下面卡片上的按钮。',
    ],
    [
      true,
      '还没有收到您的报告，请抓紧发来；需要延期请告诉组织者。 您发来的文件没能读出，请按它下面卡片上的提示处理后重新发送。 您发来的文件还没选交到哪一项，请点它下面卡片上的按钮。',
    ],
  ])('what became of a file that does not count (in private: %s)', (inPrivate, end) => {
    const sent = { unreadable: ['ou_1'], unassigned: ['ou_2'] };
    expect(words('soon', '2026-12-30T09:40', { inPrivate, sent }).endsWith(end)).toBe(true);
  });

  it.each([
    [false, ['我今天交', '稍后提醒', '私聊提醒我']],
    [true, ['我今天交', '稍后提醒', '改回群里提醒']],
  ])('how to put it off (in private: %s)', (inPrivate, labels) => {
    const actions = card('soon', '2026-12-30T09:40', { inPrivate }).blocks.flatMap((block) =>
      block.kind === 'actions' ? block.actions : [],
    );
    expect(actions.map(({ label, value }) => [label, value])).toEqual(
      labels.map((label) => [label, { collection: 'c1' }]),
    );
  });
});
