import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleText } from '../../testing/builders/report-result.ts';
import { waivedPhrase, withoutWaived } from './waiving.ts';

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
    expect(withoutWaived([waived, ...kept], waivers, sampleText)).toEqual({ kept, waived: [waived] });

    const later = `新加的一段。\n${sampleText}`;
    const moved = { ...waived, start: waived.start + 7, end: waived.end + 7 };
    expect(withoutWaived([moved], waivers, later)).toEqual({ kept: [], waived: [moved] });
  });
});
