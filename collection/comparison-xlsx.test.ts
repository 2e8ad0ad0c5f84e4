import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sampleResult } from '../testing/builders/report-result.ts';
import { compareReports } from './compare-reports.ts';
import { comparisonXlsx } from './comparison-xlsx.ts';

it('is a spreadsheet of three sheets whose words are never formulas', async () => {
  const summary = (problem: string) => ({
    gist: '',
    sections: [
      {
        number: null,
        title: '',
        roles: [],
        gist: '',
        points: [{ text: problem, kind: 'problem' as const, start: 0, end: 1 }],
        figures: [],
        start: 0,
        end: 1,
      },
    ],
  });
  const comparison = compareReports([
    { id: 'a', name: '=1+1', result: sampleResult({ summary: summary('理论学习\u0001不深') }) },
    { id: 'b', name: '成员乙', result: sampleResult({ summary: summary('学习不够<b>&') }) },
  ]);
  const files = unzipSync(await comparisonXlsx(comparison));
  const text = (part: RegExp) =>
    Object.entries(files)
      .filter(([name]) => part.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
  const sheets = text(/worksheets\/sheet\d\.xml$/u);
  expect(text(/workbook\.xml$/u).match(/<sheet [^>]*name="([^"]+)"/gu)).toHaveLength(3);
  expect(sheets).not.toContain('<f>');
  const strings = text(/sharedStrings\.xml$|worksheets\/sheet\d\.xml$/u);
  expect(strings).toContain('=1+1');
  expect(strings).toContain('理论学习 不深');
  expect(strings).toContain('学习不够&lt;b&gt;&amp;');
});
