import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { MemberRef } from '../../core/chat-event.ts';
import { usualHours } from '../../testing/builders/campaign.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { readCollectionCommand } from './read-command.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const people: readonly MemberRef[] = ['甲', '乙', '丙', '丁'].map((name) => ({ id: name, name: `成员${name}` }));
const calendar = workingCalendar(usualHours);

const read = (text: string, mentionsAll = false) =>
  readCollectionCommand(text, {
    now: new Date('2026-11-20T07:00:00Z'),
    timeZone: 'Asia/Shanghai',
    calendar,
    kinds: config.kinds,
    parts: config.parts,
    mentions: people
      .filter(({ name }) => text.includes(`@${name}`))
      .sort((a, b) => text.indexOf(`@${a.name}`) - text.indexOf(`@${b.name}`)),
    mentionsAll,
    members: people,
  });

it('reads a whole command', () => {
  const text =
    '收集2026年度述职述廉报告，12月31日18:00前，3000字以内，问题部分不少于三分之一，Word版，文件名“单位+姓名+文种”，内容包括学习情况、履职情况、廉洁自律情况、存在问题和下一步打算，@成员甲 @成员乙';
  expect(read(text)).toEqual({
    name: '2026年度述职述廉报告',
    requirements: {
      kind: 'duty-integrity',
      year: 2026,
      maxCharacters: 3000,
      problemShare: 1 / 3,
      formats: ['docx', 'doc'],
      fileName: '{unit}+{name}+{kind}',
      parts: ['study-politics', 'duties', 'self-discipline', 'problems', 'plans'],
    },
    audience: { mode: 'chosen', chosen: [people[0], people[1]], exempt: [] },
    deadline: new Date('2026-12-31T10:00:00Z'),
    understood: [
      { field: 'name', words: '2026年度述职述廉报告', confidence: 0.9 },
      { field: 'deadline', words: '12月31日18:00', confidence: 0.95 },
      { field: 'audience', words: '@成员甲 @成员乙', confidence: 0.95 },
      { field: 'kind', words: '述职述廉', confidence: 0.8 },
      { field: 'year', words: '2026年度', confidence: 0.95 },
      { field: 'maxCharacters', words: '3000字以内', confidence: 0.95 },
      { field: 'problemShare', words: '问题部分不少于三分之一', confidence: 0.95 },
      { field: 'parts', words: '学习情况、履职情况、廉洁自律情况、存在问题和下一步打算', confidence: 0.9 },
      { field: 'formats', words: 'Word版', confidence: 0.9 },
      { field: 'fileName', words: '单位+姓名+文种', confidence: 0.95 },
    ],
    missing: [],
    questions: [],
    notes: [],
  });
});

describe('what is collected and by when', () => {
  it.each([
    ['收集党建工作总结，月底前，全员', '党建工作总结', '2026-11-30T10:00:00.000Z'],
    ['12月20日下班前收集年度工作总结 全员', '年度工作总结', '2026-12-20T10:00:00.000Z'],
    ['请收集《2026年度抓基层党建述职报告》，截止12月15日', '2026年度抓基层党建述职报告', '2026-12-15T10:00:00.000Z'],
    ['收述职报告 3个工作日内', '述职报告', '2026-11-25T10:00:00.000Z'],
    ['收集2026年调研报告，下周一上午9点半前', '2026年调研报告', '2026-11-23T01:30:00.000Z'],
    ['收集整改材料，1月5日前，不少于2000字', '整改材料', '2027-01-05T10:00:00.000Z'],
    ['2026年度述责述廉报告，年底前', '2026年度述责述廉报告', '2026-12-31T10:00:00.000Z'],
  ])('%s', (text, name, deadline) => {
    const draft = read(text);
    expect([draft.name, draft.deadline?.toISOString()]).toEqual([name, deadline]);
  });
});

describe('who must hand in', () => {
  const refs = (...ids: string[]) => people.filter(({ id }) => ids.includes(id));
  it.each([
    ['收集工作总结，月底前，全员', 'all', [], []],
    ['收集工作总结，月底前，除@成员丙外', 'all', [], ['丙']],
    ['收集工作总结，月底前，全员，除@成员丙、@成员丁外', 'all', [], ['丙', '丁']],
    ['收集工作总结，月底前，除成员丙外全员都交', 'all', [], ['丙']],
    ['收集工作总结，月底前，全体成员，@成员丁 免交', 'all', [], ['丁']],
    ['收集工作总结，月底前，@成员甲 @成员乙 @成员丙，不含@成员丙', 'chosen', ['甲', '乙'], ['丙']],
    ['收集工作总结，月底前', 'all', [], []],
  ] as const)('%s', (text, mode, chosen, exempt) => {
    const { audience } = read(text);
    expect([
      audience.mode,
      audience.chosen.filter(({ id }) => !(exempt as readonly string[]).includes(id)),
      audience.exempt,
    ]).toEqual([mode, refs(...chosen), refs(...exempt)]);
  });

  it('says what it took for granted and whom it does not know', () => {
    expect(read('收集工作总结，月底，除成员戊外').notes).toEqual([
      '没有写几点，按 18:00 算',
      '群里没有找到“成员戊”，请用 @ 选人',
    ]);
    expect(read('收集工作总结，月底18:00').notes).toEqual(['没有写谁要交，按全员算']);
  });
});

describe('what is missing or unclear', () => {
  it.each([
    ['收集述职报告', ['deadline']],
    ['12月31日前', ['name']],
    ['', ['name', 'deadline']],
    ['收集述职报告，11月1日前', ['deadline']],
  ])('%s lacks %j', (text, missing) => {
    expect(read(text).missing.map(({ field }) => field)).toEqual(missing);
  });

  it('asks which Friday', () => {
    expect(read('收集述职报告，周五前，全员').questions.map(({ text }) => text)).toEqual([
      '您说的“周五”是 11月20日（星期五）吗？',
    ]);
  });
});
