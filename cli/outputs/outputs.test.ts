import { expect, it } from 'vitest';
import type { ReportResult } from '../../core/report-result.ts';
import { type OutputName, outputs } from './index.ts';
import type { CheckedFile } from './output.ts';

const text = '工作总结\n一、学习\n本人时刻严格要求自已。\n';
const start = text.indexOf('自已');

const result: ReportResult = {
  format: 'txt',
  kind: { id: 'annual-summary', name: '年度工作总结', confidence: 1 },
  title: '工作总结',
  author: null,
  period: '2026',
  characters: 19,
  pages: null,
  parts: { present: 1, required: 2 },
  outline: [],
  summary: { gist: '', sections: [] },
  missing: [{ part: 'plans', name: '下一步打算', severity: 'should', why: '惯例' }],
  findings: [
    {
      rule: 'self-characters',
      severity: 'must',
      message: '“自已”应为“自己”。',
      excerpt: '自已',
      start,
      end: start + 2,
      suggestion: '自己',
      basis: null,
    },
  ],
};

const plain = (words: string) => words;
const palette = { bold: plain, faint: plain, red: plain, yellow: plain, blue: plain, green: plain };
const render = (name: OutputName, checked: CheckedFile) => {
  const output = outputs[name]({ withText: false, palette, version: '1.2.3' });
  return output.file(checked) + output.end();
};

it('text tells line, words, mending and rule', () => {
  expect(render('text', { file: 'a.txt', result, text })).toBe(
    [
      'a.txt',
      '  年度工作总结 · 2026 ｜ 19 字 ｜ 必备部分 1/2',
      '  缺失 1 项',
      '    △ 建议 下一步打算  惯例',
      '  必须改 1 处',
      '    第3行 “自已” → 自己  “自已”应为“自己”。 self-characters',
      '',
      '',
    ].join('\n'),
  );
});

it('json is one line with the file first', () => {
  const line = render('json', { file: 'a.txt', result, text });
  expect(line.endsWith('}\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({ file: 'a.txt', ...result });
});

it('rdjson counts columns in bytes', () => {
  const range = { start: { line: 3, column: 1 + 3 * 8 }, end: { line: 3, column: 1 + 3 * 10 } };
  expect(JSON.parse(render('rdjson', { file: 'a.txt', result, text }))).toEqual({
    source: { name: 'cuigao' },
    severity: 'WARNING',
    diagnostics: [
      {
        message: '缺少“下一步打算”：惯例',
        location: { path: 'a.txt' },
        severity: 'WARNING',
        code: { value: 'missing-plans' },
      },
      {
        message: '“自已”应为“自己”。',
        location: { path: 'a.txt', range },
        severity: 'ERROR',
        code: { value: 'self-characters' },
        suggestions: [{ range, text: '自己' }],
      },
    ],
  });
});

it('sarif counts columns in UTF-16 units and reports an unreadable file as a notification', () => {
  const location = { physicalLocation: { artifactLocation: { uri: 'a.txt' } } };
  const region = { startLine: 3, startColumn: 9, endLine: 3, endColumn: 11, charOffset: start, charLength: 2 };
  const output = outputs.sarif({ withText: false, palette, version: '1.2.3' });
  output.file({ file: 'a.txt', result, text });
  output.file({ file: '群/b#1?.docx', error: { code: 'damaged', message: '文件已损坏。' } });
  expect(JSON.parse(output.end())).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cuigao', version: '1.2.3' } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              {
                level: 'error',
                message: { text: '文件已损坏。' },
                descriptor: { id: 'damaged' },
                locations: [{ physicalLocation: { artifactLocation: { uri: '%E7%BE%A4/b%231%3F.docx' } } }],
              },
            ],
          },
        ],
        results: [
          {
            ruleId: 'missing-plans',
            level: 'warning',
            message: { text: '缺少“下一步打算”：惯例' },
            locations: [location],
          },
          {
            ruleId: 'self-characters',
            level: 'error',
            message: { text: '“自已”应为“自己”。' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'a.txt' }, region } }],
          },
        ],
      },
    ],
  });
});
