import { describe, expect, it } from 'vitest';
import { readDeadline } from './deadline-phrase.ts';

/** Friday 20 November 2026, 15:00 in Shanghai. */
const now = new Date('2026-11-20T07:00:00Z');
const read = (phrase: string) => readDeadline(phrase, now, 'Asia/Shanghai');

describe('a deadline phrase', () => {
  it.each([
    ['12月31日18:00', '2026-12-31T10:00:00.000Z', false],
    ['12月31日18：00前', '2026-12-31T10:00:00.000Z', false],
    ['12 月 31 日 18 点', '2026-12-31T10:00:00.000Z', false],
    ['12月31号下午5点半', '2026-12-31T09:30:00.000Z', false],
    ['12月31日', '2026-12-31T10:00:00.000Z', true],
    ['12.31', '2026-12-31T10:00:00.000Z', true],
    ['12.31 17:30', '2026-12-31T09:30:00.000Z', false],
    ['1月15日', '2027-01-15T10:00:00.000Z', true],
    ['2027年1月5日9点', '2027-01-05T01:00:00.000Z', false],
    ['2026-12-31', '2026-12-31T10:00:00.000Z', true],
    ['2026-12-31 18:00', '2026-12-31T10:00:00.000Z', false],
    ['2026/12/31 08:30', '2026-12-31T00:30:00.000Z', false],
    ['2026-12-31T18:00', '2026-12-31T10:00:00.000Z', false],
    ['2026-12-31T18:00:00+08:00', '2026-12-31T10:00:00.000Z', false],
    ['2026-12-31T10:00:00.000Z', '2026-12-31T10:00:00.000Z', false],
    ['今天17:30', '2026-11-20T09:30:00.000Z', false],
    ['今晚8点', '2026-11-20T12:00:00.000Z', false],
    ['明天24:00', '2026-11-21T16:00:00.000Z', false],
    ['后天中午12点', '2026-11-22T04:00:00.000Z', false],
    ['周五', '2026-11-20T10:00:00.000Z', true],
    ['周一上午9点半', '2026-11-23T01:30:00.000Z', false],
    ['下周五', '2026-11-27T10:00:00.000Z', true],
    ['本周日', '2026-11-22T10:00:00.000Z', true],
    ['月底', '2026-11-30T10:00:00.000Z', true],
    ['年底前', '2026-12-31T10:00:00.000Z', true],
  ])('%s is %s', (phrase, at, assumedTime) => {
    expect(read(phrase)).toEqual({ ok: true, at: new Date(at), assumedTime });
  });

  it.each([
    ['什么时候', 'none'],
    ['', 'none'],
    ['2月30日', 'impossible'],
    ['13月1日', 'impossible'],
    ['12月31日25:00', 'impossible'],
    ['2025年12月31日', 'past'],
    ['11月15日', 'past'],
    ['今天9点', 'past'],
    ['本周一', 'past'],
  ])('%s is refused as %s', (phrase, code) => {
    expect(read(phrase)).toMatchObject({ ok: false, code });
  });
});
