import { describe, expect, it } from 'vitest';
import { fingerprintOf, SHORTEST_SHARED, sharedPassages } from './shared-passages.ts';

/** Text without repetition: consecutive ideographs, from another place each time. */
const textFrom = (start: number, length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((start + at) % 20_000))).join('');
const between = (a: string, b: string) => sharedPassages(fingerprintOf(a), fingerprintOf(b));

describe('passages two reports share', () => {
  it('are found wherever they stand, from the shortest length on, and not below', () => {
    for (let offset = 0; offset < 60; offset += 7) {
      const shared = textFrom(9_000, SHORTEST_SHARED);
      const a = `${textFrom(100, 211 + offset)}${shared}${textFrom(1_000, 97)}`;
      const b = `${textFrom(3_000, 40 + 2 * offset)}${shared}${textFrom(5_000, 300)}`;
      expect(between(a, b)).toEqual([
        {
          length: SHORTEST_SHARED,
          a: { start: 211 + offset, end: 211 + offset + SHORTEST_SHARED },
          b: { start: 40 + 2 * offset, end: 40 + 2 * offset + SHORTEST_SHARED },
        },
      ]);
      expect(between(a.replace(shared, shared.slice(1)), b)).toEqual([]);
    }
  });

  it('are the same with other marks, line breaks and spaces between the words', () => {
    const words = textFrom(9_000, 80);
    const marked = `${words.slice(0, 30)}，${words.slice(30, 50)}。\n${words.slice(50)}`;
    const [passage] = between(`${textFrom(1, 50)}${words}`, `“${marked}”${textFrom(4_000, 50)}`);
    expect(passage).toEqual({ length: 80, a: { start: 50, end: 130 }, b: { start: 1, end: 84 } });
  });

  it('are one when only a few words between them were changed', () => {
    const [first, second] = [textFrom(9_000, 100), textFrom(12_000, 70)];
    const [passage, ...others] = between(`${first}基层党支部${second}`, `${first}局党组，${second}`);
    expect([passage, others]).toEqual([{ length: 170, a: { start: 0, end: 175 }, b: { start: 0, end: 174 } }, []]);
  });

  it('are told once, the longest first', () => {
    const [long, short] = [textFrom(9_000, 200), textFrom(12_000, 90)];
    const a = `${long}${textFrom(1, 30)}${short}${textFrom(400, 30)}${long}`;
    const b = `${short}${textFrom(3_000, 30)}${long}`;
    expect(between(a, b).map(({ length }) => length)).toEqual([200, 90]);
  });

  it('are none in texts that are short or empty', () => {
    expect(between('', '')).toEqual([]);
    expect(between('甲乙丙', textFrom(1, 100))).toEqual([]);
    expect(between(textFrom(1, 59), textFrom(1, 59))).toEqual([]);
    expect(between(textFrom(1, 60), textFrom(1, 60))).toHaveLength(1);
  });

  it('take time that grows with the length of the texts, also when they repeat themselves', () => {
    const spent = (length: number): number => {
      const monotone = '学习贯彻落实'.repeat(length / 6);
      const started = process.cpuUsage();
      expect(between(monotone, `甲${monotone}`).length).toBeGreaterThan(0);
      const used = process.cpuUsage(started);
      return (used.user + used.system) / 1_000;
    };
    spent(6_000);
    expect(spent(240_000)).toBeLessThan(3_000);
  });
});
