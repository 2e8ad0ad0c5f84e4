import { expect, it } from 'vitest';
import { sampleFinding, samplePart, sampleResult } from '../../testing/builders/report-result.ts';
import { compareVersions, sameReport } from './version-comparison.ts';

const [marker, blank, doubled] = [sampleFinding('XX'), sampleFinding('%'), sampleFinding('，，')];
const hint = sampleFinding('300', { severity: 'hint' });

it.each([
  ['everything mended', [marker, blank], [], [], [], { before: 2, mended: 2, left: 0, added: 0 }],
  ['one left, one new', [marker, blank], [], [blank, doubled], [], { before: 2, mended: 1, left: 1, added: 1 }],
  [
    'moved words as left',
    [marker],
    [],
    [{ ...marker, start: 99, end: 101 }],
    [],
    { before: 1, mended: 0, left: 1, added: 0 },
  ],
  ['one of two alike mended', [blank, blank], [], [blank], [], { before: 2, mended: 1, left: 1, added: 0 }],
  [
    'missing parts as points too',
    [],
    [samplePart('存在的问题'), samplePart('署名', { severity: 'should' })],
    [],
    [samplePart('标题', { part: 'title' })],
    { before: 1, mended: 1, left: 0, added: 1 },
  ],
  ['nothing but musts', [hint], [], [hint, hint], [], { before: 0, mended: 0, left: 0, added: 0 }],
])('counts %s', (_name, before, missingBefore, after, missingAfter, expected) => {
  const old = sampleResult({ findings: before, missing: missingBefore });
  expect(compareVersions(old, sampleResult({ findings: after, missing: missingAfter }))).toEqual(expected);
});

it.each([
  ['same kind and period', sampleResult(), sampleResult(), true],
  ['another year', sampleResult(), sampleResult({ period: '2026' }), false],
  ['another kind', sampleResult(), sampleResult({ kind: { id: 'duty', name: '述职报告', confidence: 1 } }), false],
  ['no report', sampleResult({ kind: null }), sampleResult({ kind: null }), false],
])('takes two uploads for versions of one report: %s', (_name, before, after, expected) => {
  expect(sameReport(before, after)).toBe(expected);
});
