import { describe, expect, it } from 'vitest';
import type { Figure, ReportResult } from '../core/report-result.ts';
import { plainValue } from './common-figures.ts';
import { type ComparedReport, compareReports, comparisonTable } from './compare-reports.ts';

const figure = (what: string, value: number, unit: string): Figure => ({
  text: `${value}${unit}`,
  value,
  unit,
  what,
  start: 0,
  end: 1,
});

const report = (
  id: string,
  given: { figures?: Figure[]; problems?: string[]; plans?: string[]; characters?: number; must?: number },
): ComparedReport => {
  const point = (text: string, kind: 'problem' | 'plan') => ({ text, kind, start: 0, end: text.length });
  const result: ReportResult = {
    format: 'txt',
    kind: { id: 'duty', name: '述职报告', confidence: 1 },
    title: null,
    author: null,
    period: null,
    characters: given.characters ?? 2000,
    pages: null,
    parts: { present: 6, required: 8 },
    outline: [{ level: 1, number: '一、', title: '工作', mode: 'block', start: 0, end: 1 }],
    summary: {
      gist: '',
      sections: [
        {
          number: '一、',
          title: '工作',
          roles: [],
          gist: '',
          points: [
            ...(given.problems ?? []).map((text) => point(text, 'problem')),
            ...(given.plans ?? []).map((text) => point(text, 'plan')),
          ],
          figures: given.figures ?? [],
          start: 0,
          end: 1,
        },
      ],
    },
    missing: [],
    findings: Array.from({ length: given.must ?? 0 }, () => ({
      rule: 'typo',
      severity: 'must' as const,
      message: '',
      excerpt: '',
      suggestion: null,
      basis: null,
      start: 0,
      end: 1,
    })),
  };
  return { id, name: `成员${id}`, result };
};

describe('reports side by side', () => {
  it('have a row each, with the figures they share under one name', () => {
    const comparison = compareReports([
      report('甲', {
        figures: [figure('组织集中学习', 14, '次'), figure('走访困难党员', 8, '户')],
        problems: ['调研不够'],
        must: 2,
      }),
      report('乙', { figures: [figure('参加理论学习', 9, '次'), figure('修复堤坝', 3, '处')], plans: ['多下基层'] }),
      report('丙', {
        figures: [figure('慰问老党员', 12, '户'), figure('参加集中学习', 20, '次')],
        problems: ['学习不深'],
      }),
    ]);
    expect(comparisonTable(comparison)).toEqual({
      columns: [
        { name: 'name', label: '提交人', type: 'text' },
        { name: 'kind', label: '种类', type: 'text' },
        { name: 'characters', label: '字数', type: 'number' },
        { name: 'parts', label: '必备部分', type: 'text' },
        { name: 'problems', label: '问题', type: 'number' },
        { name: 'plans', label: '打算', type: 'number' },
        { name: 'must', label: '必须改', type: 'number' },
        { name: 'should', label: '建议改', type: 'number' },
        { name: 'figure 学习次数', label: '学习次数', type: 'text' },
        { name: 'figure 走访户数', label: '走访户数', type: 'text' },
      ],
      rows: [
        ['成员甲', 1, 0, 2, '14次', '8户'],
        ['成员乙', 0, 1, 0, '9次', ''],
        ['成员丙', 1, 0, 0, '20次', '12户'],
      ].map(([name, problems, plans, must, learning, visits]) => ({
        name,
        kind: '述职报告',
        characters: 2000,
        parts: '6/8',
        problems,
        plans,
        must,
        should: 0,
        'figure 学习次数': learning,
        'figure 走访户数': visits,
      })),
    });
  });

  it('share problems by theme, the most common first', () => {
    const comparison = compareReports([
      report('甲', { problems: ['理论学习不够系统', '创新意识不强'] }),
      report('乙', { problems: ['学习抓得不紧'] }),
      report('丙', { problems: ['说不清楚的别的事'] }),
    ]);
    expect(comparison.problems.map(({ theme, reports }) => ({ theme, reports }))).toEqual([
      { theme: '理论学习不够', reports: ['甲', '乙'] },
      { theme: '创新不足', reports: ['甲'] },
      { theme: '其他', reports: ['丙'] },
    ]);
  });

  it('stand out by length and by figures, from five reports on', () => {
    const reports = [2000, 2100, 1900, 2050, 6000].map((characters, index) =>
      report(String(index), { characters, figures: [figure('集中学习', index === 0 ? 120 : 12, '次')] }),
    );
    expect(compareReports(reports).outliers).toEqual([
      { id: '4', name: '成员4', about: '字数', value: '6000', median: 2050, side: 'high' },
      { id: '0', name: '成员0', about: '学习次数', value: '120次', median: 12, side: 'high' },
    ]);
    expect(compareReports(reports.slice(1)).outliers).toEqual([]);
  });

  it('may be none', () => {
    expect(compareReports([])).toEqual({ rows: [], figures: [], problems: [], outliers: [] });
  });

  it.each([
    ['万人次', 1.2, 12_000],
    ['亿元', 3, 300_000_000],
    ['次', 7, 7],
  ])('compare figures in %s by their plain value', (unit, value, expected) => {
    expect(plainValue(figure('惠及', value, unit))).toBe(expected);
  });
});
