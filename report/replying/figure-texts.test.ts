import { expect, it } from 'vitest';
import type { Figure } from '../../core/report-result.ts';
import { figureTexts } from './figure-texts.ts';

const figure = (text: string, change: Partial<Figure> = {}): Figure => ({
  text,
  value: 1,
  unit: '%',
  what: '完好率',
  start: 0,
  end: text.length,
  ...change,
});

it.each<[string, Figure[], string[]]>([
  ['plain ones as they are', [figure('95%'), figure('12次', { what: '学习' })], ['完好率95%', '学习12次']],
  [
    'both ends of a change as one',
    [
      figure('91.5％', { comparison: '由91.5％提高到96.2％' }),
      figure('96.2％', { comparison: '由91.5％提高到96.2％' }),
    ],
    ['完好率由91.5％提高到96.2％'],
  ],
  ['growth with its word', [figure('3.2%', { comparison: '同比增长' })], ['完好率同比增长3.2%']],
  [
    'blank and doubtful ones as such',
    [figure('%', { state: 'blank' }), figure('950%', { state: 'doubtful', comparison: '同比增长' })],
    ['完好率%（缺数字）', '完好率950%（请核对）'],
  ],
])('figures are listed: %s', (_, figures, expected) => {
  expect(figureTexts(figures)).toEqual(expected);
});
