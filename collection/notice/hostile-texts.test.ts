import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { usualHours } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { readNotice } from './read-notice.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const context = {
  now: new Date('2026-11-20T07:00:00Z'),
  timeZone: 'Asia/Shanghai',
  calendar: workingCalendar(usualHours),
  kinds: config.kinds,
  parts: config.parts,
};
const pieces =
  '1 一 12月 年 下 1. （ 周 12: 报送 关于 问题 命名 单位+ 标题 3000字 不超过 内容包括、 除 请、 办公室 一、问题，'.split(
    ' ',
  );

it.each([...pieces, '\n', '  \n', ' '])('60,000 characters of %j take processor time in proportion', (piece) => {
  const time = (length: number): number => {
    const before = process.cpuUsage();
    readNotice({ text: piece.repeat(Math.ceil(length / piece.length)) }, context);
    return process.cpuUsage(before).user / 1000;
  };
  time(1000);
  expect(time(60_000)).toBeLessThan(1500);
});
