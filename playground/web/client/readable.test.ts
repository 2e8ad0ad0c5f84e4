import { describe, expect, it } from 'vitest';
import { retryWait } from './event-stream.ts';
import { refusalText } from './playground-client.ts';
import { shortName, shortTimeLabel, sizeLabel, timeLabel } from './readable.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-20T10:00:00');

describe('times', () => {
  it.each([
    ['2026-11-20T09:05:00', '09:05', '09:05'],
    ['2026-11-19T23:59:00', '昨天 23:59', '昨天'],
    ['2026-03-01T08:00:00', '3月1日 08:00', '3月1日'],
    ['2025-12-31T18:00:00', '2025年12月31日 18:00', '2025年12月31日'],
  ])('shows %s as %s, in a list as %s', (instant, long, short) => {
    expect([timeLabel(at(instant), now), shortTimeLabel(at(instant), now)]).toEqual([long, short]);
  });
});

describe('files', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [35_210, '34.4 KB'],
    [4 * 1024 * 1024, '4.0 MB'],
  ])('shows %i bytes as %s', (bytes, label) => {
    expect(sizeLabel(bytes)).toBe(label);
  });

  it('cuts a long name in its middle and keeps its ending', () => {
    expect(shortName('二〇二六年度述职述廉报告（最终版）.docx', 20)).toBe('二〇二六年度述…报告（最终版）.docx');
    expect(shortName('报告.docx')).toBe('报告.docx');
  });
});

describe('failures', () => {
  it.each([
    ['the server’s own sentence', 413, '{"error":"文件超过 100 MB，不能上传。"}', '文件超过 100 MB，不能上传。'],
    ['a sentence for the status', 413, '<html>', '文件太大，未能发送。请压缩或拆分后再试。'],
    ['the status where nothing is known', 500, '{}', '操作未成功（500），请稍后重试。'],
  ])('say %s', (_what, status, body, sentence) => {
    expect(refusalText(status, body)).toBe(sentence);
  });
});

describe('the wait before reconnecting', () => {
  it('doubles from half a second to fifteen, half of it at random', () => {
    const waits = [0, 1, 2, 10, 99].map((attempt) => [retryWait(attempt, 0), retryWait(attempt, 1)]);
    expect(waits).toEqual([
      [250, 500],
      [500, 1000],
      [1000, 2000],
      [7500, 15_000],
      [7500, 15_000],
    ]);
  });
});
