import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { partIds } from '../core/report-structure.ts';
import { loadConfig } from './load.ts';

const { kinds, parts } = loadConfig(dirname(fileURLToPath(import.meta.url)));

/** The kind of the highest priority one of whose title patterns fits. */
const kindOfTitle = (title: string): string | null =>
  kinds
    .filter((kind) => kind.titles.some((pattern) => new RegExp(pattern, 'u').test(title)))
    .sort((a, b) => b.priority - a.priority)[0]?.id ?? null;

describe('report kinds', () => {
  it('exist for every kind the product knows', () => {
    const known = [
      'annual-summary',
      'clean-governance-duty',
      'duty',
      'duty-integrity',
      'duty-integrity-responsibility',
      'government-work-report',
      'ideology-duty',
      'investigation',
      'party-building-duty',
      'party-building-summary',
      'responsibility-integrity',
      'self-criticism',
    ];
    expect(known.filter((id) => !kinds.some((kind) => kind.id === id))).toEqual([]);
  });

  it.each(kinds.map((kind) => [kind.id, kind] as const))('%s asks for each part once and says why', (_, kind) => {
    const asked = kind.parts.map((part) => part.part);
    expect(asked).toEqual([...new Set(asked)]);
    expect(kind.parts.filter((part) => part.why.length < 8)).toEqual([]);
  });

  it.each([
    ['某局副局长2022年述职述廉报告', 'duty-integrity'],
    ['2022年度述责述廉报告', 'responsibility-integrity'],
    ['个人述职述责述廉报告', 'duty-integrity-responsibility'],
    ['2021年度个人述职报告', 'duty'],
    ['某镇镇长2022年度述法报告', 'duty'],
    ['关于履行推进法治建设第一责任人职责情况的报告', 'duty'],
    ['2022年度述职述学述廉报告', 'duty-integrity'],
    ['2022年度述职述法报告', 'duty'],
    ['党支部书记抓基层党建工作述职报告', 'party-building-duty'],
    ['党支部书记述职述廉报告', 'duty-integrity'],
    ['某局2022年党建工作总结', 'party-building-summary'],
    ['2022年上半年工作总结及下半年工作打算', 'annual-summary'],
    ['个人年终总结', 'annual-summary'],
    ['民主生活会个人对照检查材料', 'self-criticism'],
    ['落实党风廉政建设责任制情况报告', 'clean-governance-duty'],
    ['2022年意识形态工作责任制落实情况的报告', 'ideology-duty'],
    ['2019年政府工作报告', 'government-work-report'],
    ['关于乡村治理情况的调研报告', 'investigation'],
    ['关于做好防汛准备的函', null],
  ])('the title %s tells %s', (title, expected) => {
    expect(kindOfTitle(title)).toBe(expected);
  });
});

describe('part cues', () => {
  it('cover every part id once, in the order of the vocabulary', () => {
    expect(parts.map((part) => part.part)).toEqual([...partIds]);
  });

  it.each(parts.map((part) => [part.part, part] as const))('%s has patterns that compile', (_, part) => {
    for (const pattern of [...part.headings, ...part.cues]) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  const partsOfHeading = (title: string) =>
    parts
      .filter((part) => part.headings.some((pattern) => new RegExp(pattern, 'u').test(title)))
      .map((part) => part.part);

  it.each([
    ['存在的不足和努力方向', ['problems', 'plans']],
    ['存在的问题', ['problems']],
    ['问题及原因分析', ['problems', 'causes']],
    ['下一步工作打算', ['plans']],
    ['未来规划', ['plans']],
    ['工作目标', ['plans']],
    ['严格执行廉洁纪律', ['self-discipline']],
    ['执行民主集中制情况方面', ['democratic-centralism']],
    ['履职情况', ['duties']],
  ])('the heading %s carries %s', (title, expected) => {
    expect(partsOfHeading(title)).toEqual(expect.arrayContaining(expected));
  });
});
