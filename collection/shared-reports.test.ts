import { describe, expect, it } from 'vitest';
import { sharedPairs, sharedWith } from './shared-reports.ts';

const textFrom = (start: number, length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((start + at) % 20_000))).join('');
const passage = textFrom(9_000, 120);
const report = (id: string, start: number, ...shared: string[]) => ({
  id,
  text: [textFrom(start, 100), ...shared, textFrom(start + 100, 40)].join('\n'),
});

describe('reports of one chat side by side', () => {
  it('are named in pairs, the most alike first, with how many characters they share', () => {
    const more = textFrom(12_000, 200);
    const pairs = sharedPairs(
      [report('甲', 1, passage), report('乙', 500, passage, more), report('丙', 1_000, more)],
      [],
    );
    expect(pairs.map(({ a, b, characters }) => [a, b, characters])).toEqual([
      ['乙', '丙', 200],
      ['甲', '乙', 120],
    ]);
    expect(pairs[1]?.passages).toEqual([{ length: 120, a: { start: 101, end: 221 }, b: { start: 101, end: 221 } }]);
  });

  it('do not count what most of them have from one template', () => {
    const members = ['甲', '乙', '丙', '丁', '戊'].map((id, at) => report(id, 500 * at, passage));
    expect(sharedPairs(members, [])).toEqual([]);
    expect(sharedPairs(members.slice(0, 3), [])).toHaveLength(3);
  });

  it('do not count clauses that everybody writes', () => {
    const members = [report('甲', 1, passage), report('乙', 500, passage)];
    expect(sharedPairs(members, [passage.slice(0, 70)])).toEqual([]);
    expect(sharedPairs(members, [passage.slice(0, 30)])).toHaveLength(1);
  });

  it('are compared with one of them', () => {
    const own = report('甲', 1, passage);
    expect(sharedWith(own, [report('乙', 500, passage), report('丙', 1_000)], [])).toMatchObject([
      { a: '甲', b: '乙', characters: 120 },
    ]);
    expect(sharedWith(own, [], [])).toEqual([]);
  });
});
