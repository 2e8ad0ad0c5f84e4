import { expect, it } from 'vitest';
import type { ReportResult } from '../../core/report-result.ts';
import { sampleResult } from '../../testing/builders/report-result.ts';
import { compareReports } from '../compare-reports.ts';
import { comparisonCard } from './comparison-card.ts';

const result = (characters: number, times: number, problem: string): ReportResult =>
  sampleResult({
    characters,
    summary: {
      gist: '',
      sections: [
        {
          number: '一、',
          title: '学习情况',
          roles: ['study-politics'],
          gist: '',
          points: [{ text: problem, kind: 'problem', start: 0, end: problem.length }],
          figures: [
            { text: `${times}次`, value: times, unit: '次', what: '参加集中学习', start: 0, end: 3, state: 'sound' },
          ],
          start: 0,
          end: 100,
        },
      ],
    },
  });
const names = ['成员甲', '成员乙', '成员丙', '成员丁', '成员戊'];
const reports = names.map((name, index) => ({
  id: `r${index}`,
  name,
  result: result(index === 4 ? 9000 : 2000 + index, 10 + index, index < 3 ? '理论学习不够深入' : '调研偏少'),
}));
const view = { collection: '年度述职', comparison: compareReports(reports), pending: 1, asked: '汇总' };

it('sets all reports side by side, then what they have in common and what stands out', () => {
  const card = comparisonCard({ ...view, about: 'all' });
  expect([card.title, card.subtitle]).toEqual(['报告汇总', '《年度述职》 · 5 份']);
  expect(card.blocks.map((block) => block.kind)).toEqual(['table', 'list', 'list', 'text', 'text']);
  const [table, problems, outliers, pending] = card.blocks;
  expect(table).toMatchObject({
    columns: [
      { name: 'c0', label: '提交人', type: 'text' },
      { name: 'c1', label: '字数', type: 'number' },
      { name: 'c2', label: '必备部分', type: 'text' },
      { name: 'c3', label: '问题', type: 'number' },
      { name: 'c4', label: '必须改', type: 'number' },
      { name: 'c5', label: '学习次数', type: 'text' },
    ],
  });
  expect(table?.kind === 'table' ? table.rows[0] : null).toEqual({
    c0: '成员甲',
    c1: 2000,
    c2: '5/7',
    c3: 1,
    c4: 0,
    c5: '10次',
  });
  expect(problems).toMatchObject({
    heading: '共同的问题',
    items: [
      {
        text: [{ bold: '理论学习不够' }, ' 3/5 份：成员甲、成员乙、成员丙'],
        detail: ['“理论学习不够深入”（成员甲）；“理论学习不够深入”（成员乙）'],
      },
      {
        text: [{ bold: '调研和联系群众不够' }, ' 2/5 份：成员丁、成员戊'],
        detail: ['“调研偏少”（成员丁）；“调研偏少”（成员戊）'],
      },
    ],
  });
  expect(outliers).toMatchObject({
    items: [{ text: ['成员戊：字数 9000', ' ', { faint: '明显高于中位数 2,002' }] }],
  });
  expect(pending).toEqual({ kind: 'text', text: ['另有 1 份还在检查，没有计入。'] });
});

it('shows only the problems when they were asked about', () => {
  const card = comparisonCard({ ...view, pending: 0, about: 'problems' });
  expect(card.blocks.map((block) => block.kind)).toEqual(['list', 'text']);
});
