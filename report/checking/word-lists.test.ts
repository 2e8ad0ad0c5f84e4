import { describe, expect, it } from 'vitest';
import type { WordLists } from '../../core/word-lists.ts';
import { sampleFinding, sampleText } from '../../testing/builders/report-result.ts';
import { withWordLists } from './word-lists.ts';

const lists = (change: Partial<WordLists>): WordLists => ({ allow: [], deny: [], ownNames: [], ...change });
const typo = sampleFinding('党的XX大');
const whole = sampleFinding('', { start: 0, end: 0 });

describe('word lists', () => {
  it.each([
    ['the words themselves are allowed', ['党的XX大']],
    ['they lie within allowed words', ['学习党的XX大精神']],
  ])('drop a finding when %s', (_, allow) => {
    expect(withWordLists([whole, typo], sampleText, lists({ allow }))).toEqual([whole]);
    expect(withWordLists([whole, typo], sampleText, lists({ ownNames: allow }))).toEqual([whole]);
  });

  it.each([
    ['only a part of its words is allowed', ['XX']],
    ['the allowed words stand elsewhere', ['走访群众300户']],
    ['the allowed words are not in the text', ['在党的XX大上']],
  ])('leave a finding alone when %s', (_, allow) => {
    expect(withWordLists([typo], sampleText, lists({ allow }))).toEqual([typo]);
  });

  it('find every place of a denied word, with what to write instead', () => {
    const found = withWordLists([typo], sampleText, lists({ deny: [{ word: '学习', suggestion: '研学' }] }));
    const denied = found.filter((finding) => finding.rule === 'denied-word');
    expect(denied.map(({ start }) => sampleText.slice(start - 2, start + 4))).toEqual([
      '一、学习情况',
      '认真学习党的',
      '集中学习12',
    ]);
    expect(denied[0]).toEqual({
      rule: 'denied-word',
      severity: 'should',
      message: '词表规定不用“学习”，应写“研学”',
      excerpt: '学习',
      suggestion: '研学',
      basis: '本群或本单位词表',
      start: sampleText.indexOf('学习'),
      end: sampleText.indexOf('学习') + 2,
    });
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
  });

  it('allow a longer word that holds a denied one', () => {
    const both = lists({ deny: [{ word: '集中', suggestion: null }], allow: ['集中学习'] });
    expect(withWordLists([], sampleText, both)).toEqual([]);
    expect(withWordLists([], sampleText, lists({ deny: both.deny }))).toMatchObject([
      { message: '词表规定不用“集中”，请改用别的说法' },
    ]);
  });
});
