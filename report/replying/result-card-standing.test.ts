import { describe, expect, it } from 'vitest';
import { sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { resultCard, type VersionStanding } from './result-card.ts';

const shown = (standing: VersionStanding | null, kind = sampleResult().kind) => {
  const card = resultCard({
    revisionId: 'r1',
    fileName: '报告.docx',
    version: 1,
    result: sampleResult({ kind }),
    text: sampleText,
    comparison: null,
    deadline: null,
    standing,
    now: new Date('2026-11-20T07:00:00Z'),
  });
  return {
    tags: card.tags.slice(1).map(({ text }) => text),
    buttons: card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map(({ id }) => id) : [])),
  };
};

describe('a version on its card', () => {
  it('can be marked and sent back within a collection only', () => {
    expect(shown(null)).toEqual({ tags: [], buttons: ['recheck'] });
    expect(shown({ final: false, returned: null })).toEqual({
      tags: [],
      buttons: ['report-final', 'report-return', 'recheck'],
    });
  });

  it('tells that it is final, and takes the mark back', () => {
    expect(shown({ final: true, returned: null })).toEqual({
      tags: ['终稿'],
      buttons: ['report-unfinal', 'report-return', 'recheck'],
    });
  });

  it('tells that it was sent back, which ends its buttons', () => {
    expect(shown({ final: false, returned: '缺少附件' })).toEqual({ tags: ['已退回'], buttons: ['recheck'] });
  });

  it('that is no report is neither final nor sent back', () => {
    expect(shown({ final: false, returned: null }, null).buttons).toEqual(['recheck']);
  });
});
