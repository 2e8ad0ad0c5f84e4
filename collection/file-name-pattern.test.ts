import { expect, it } from 'vitest';
import { fileNamePattern, fileNameText, filledPattern } from './file-name-pattern.ts';

const parts = { unit: '某局', name: '成员甲', post: null, year: '2026', kind: '述职报告', title: null };

it.each([
  ['单位+姓名+文种', '{unit}+{name}+{kind}', '单位+姓名+文种', '某局+成员甲+述职报告'],
  [
    '所在单位 - 述职人 - 述职述廉报告',
    '{unit}-{name}-述职述廉报告',
    '单位-姓名-述职述廉报告',
    '某局-成员甲-述职述廉报告',
  ],
  ['姓名_职务_2026年', '{name}_{post}_{year}', '姓名_职务_年度', '成员甲_2026'],
  ['题目', '{title}', '标题', ''],
  ['随意', '随意', '随意', '随意'],
])('the naming rule “%s” is kept, shown and filled by one definition', (words, pattern, shown, filled) => {
  expect([fileNamePattern(words), fileNameText(pattern), filledPattern(pattern, parts)]).toEqual([
    pattern,
    shown,
    filled,
  ]);
  // What a form shows of it is read back as the same.
  expect(fileNamePattern(fileNameText(pattern))).toBe(pattern);
});
