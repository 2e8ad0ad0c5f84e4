import { describe, expect, it } from 'vitest';
import { sampleFinding, samplePart, sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { setAside, waivedPart, waivedPhrase } from './waiving.ts';

describe('waived findings', () => {
  it.each([
    ['words', sampleFinding('党的XX大'), '党的XX大'],
    ['too few characters', sampleFinding('，，'), '群众300户，，办结率达到%'],
    ['the text as a whole', sampleFinding('', { start: 0, end: 0 }), ''],
  ])('are known again by %s', (_, finding, phrase) => {
    expect(waivedPhrase(finding, sampleText)).toEqual({ rule: 'some-rule', phrase });
  });

  it('are set aside in this version and in the next, where the same words stand elsewhere', () => {
    const waived = sampleFinding('党的XX大');
    const kept = [sampleFinding('，，'), sampleFinding('党的XX大', { rule: 'another-rule' })];
    const waivers = [waivedPhrase(waived, sampleText)];
    const result = sampleResult({ findings: [waived, ...kept] });
    expect(setAside(result, waivers, sampleText)).toEqual(sampleResult({ findings: kept, waived: [waived] }));

    const later = `新加的一段。\n${sampleText}`;
    const moved = { ...waived, start: waived.start + 7, end: waived.end + 7 };
    const next = sampleResult({ findings: [moved] });
    expect(setAside(next, waivers, later)).toEqual(sampleResult({ waived: [moved] }));
  });
});

describe('waived parts', () => {
  const problems = samplePart('存在的问题');
  const closing = samplePart('结束语', { part: 'closing', severity: 'hint' });
  const result = sampleResult({ missing: [problems, closing], parts: { present: 5, required: 6 } });
  const waivers = [problems, closing].map((part) => waivedPart('duty-integrity', part));

  it('are no longer missing nor required of this kind of report', () => {
    expect(setAside(result, waivers, sampleText)).toEqual(
      sampleResult({ parts: { present: 5, required: 5 }, waivedParts: [problems, closing] }),
    );
    const other = { ...result, kind: { id: 'duty', name: '述职报告', confidence: 1 } };
    expect(setAside(other, waivers, sampleText)).toEqual(other);
  });

  it('are back where they were once that is taken back', () => {
    expect(setAside(setAside(result, waivers, sampleText), [], sampleText)).toEqual(result);
  });
});
