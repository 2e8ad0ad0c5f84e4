import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleCollection } from '../../testing/builders/campaign.ts';
import { sampleFinding, sampleResult, sampleRevision } from '../../testing/builders/report-result.ts';
import { readRoster } from '../roster/member-states.ts';
import { fileNames, type NameParts } from './file-names.ts';
import { ledgerRows, ledgerXlsx } from './ledger.ts';
import { splitByBytes } from './split-by-bytes.ts';

const parts = (change: Partial<NameParts> = {}): NameParts => ({
  unit: '县档案馆',
  name: '成员甲',
  post: '副馆长',
  kind: '述职述廉报告',
  year: '2026',
  title: null,
  ...change,
});
const file = (change: Partial<NameParts> = {}, originalName = '定稿.docx') => ({ parts: parts(change), originalName });

describe('the name of a file', () => {
  it.each([
    ['{unit}+{name}+{kind}', file(), '县档案馆+成员甲+述职述廉报告.docx'],
    ['{year}年度{kind}-{name}', file(), '2026年度述职述廉报告-成员甲.docx'],
    ['{unit}+{name}+{kind}', file({ unit: null }), '成员甲+述职述廉报告.docx'],
    ['{name}_{post}_述职', file({ post: null }), '成员甲_述职.docx'],
    ['{unit}', file({ unit: null }, '我的 报告.PDF'), '我的 报告.pdf'],
    ['{name}', file({ name: '../../etc/passwd' }), 'etcpasswd.docx'],
    ['{name}', file({ name: 'con' }, 'x.txt'), 'con_.txt'],
    ['{name}', file({ name: 'a\u202Efdp.exe\u0000|?*' }), 'afdp.exe.docx'],
    ['{name}', file({ name: null }, ' .. '), '报告'],
    ['{nobody}+{name}', file(), '成员甲.docx'],
  ])('%s of %j is %s', (rule, given, expected) => {
    expect(fileNames([given], rule)).toEqual([expected]);
  });

  it('is never the same twice, nor the same but for case or width', () => {
    const names = ['A', 'a', 'Ａ', '甲', '甲'].map((name) => file({ name }));
    expect(fileNames(names, '{name}')).toEqual(['A.docx', 'a（2）.docx', 'Ａ（3）.docx', '甲.docx', '甲（2）.docx']);
  });

  it('is cut between characters where it is too long', () => {
    const [name = ''] = fileNames([file({ name: '𠮷'.repeat(200) })], '{name}');
    expect([new TextEncoder().encode(name).length < 200, /\p{Surrogate}/u.test(name)]).toEqual([true, false]);
  });
});

describe('files in archives', () => {
  const files = (...sizes: number[]) => sizes.map((bytes) => ({ bytes }));
  it.each([
    [[], [], 0],
    [[100, 100], [[100, 100]], 0],
    [
      [3000, 3000, 2000, 100],
      [
        [3000, 2000],
        [3000, 100],
      ],
      0,
    ],
    [[9000, 100], [[100]], 1],
  ])('of %j bytes make %j', (sizes, batches, tooLarge) => {
    const split = splitByBytes(files(...sizes), 6000);
    expect([split.batches.map((batch) => batch.map(({ bytes }) => bytes)), split.tooLarge.length]).toEqual([
      batches,
      tooLarge,
    ]);
  });
});

describe('the ledger', () => {
  const collection = sampleCollection('2026-12-31T18:00');
  const roster = readRoster({
    collection,
    members: [
      { id: 'a', name: '成员甲' },
      { id: 'b', name: '=1+1' },
    ],
    submissions: [
      {
        revision: sampleRevision('a', { id: 'r1', number: 2, receivedAt: '2026-12-30T16:20:00+08:00' }),
        result: sampleResult({ findings: [sampleFinding('%')] }),
      },
    ],
    decisions: [],
    now: new Date('2027-01-01T00:00:00Z'),
  });
  const rows = ledgerRows(roster, collection, new Map([['r1', { characters: 2053, link: 'https://example.com/m/1' }]]));

  it('has a line for everybody', () => {
    expect(rows).toEqual([
      {
        number: 1,
        name: '成员甲',
        state: '已交（第2稿，1处必须改）',
        handedInAt: '2026-12-30 16:20',
        version: 2,
        characters: 2053,
        mustMend: 1,
        remark: '',
        link: 'https://example.com/m/1',
      },
      {
        number: 2,
        name: '=1+1',
        state: '未交（已逾期）',
        handedInAt: '',
        version: null,
        characters: null,
        mustMend: null,
        remark: '逾期',
        link: '',
      },
    ]);
  });

  it('is a workbook whose cells hold words, never formulas', async () => {
    const entries = unzipSync(await ledgerXlsx(rows, '2026年度述职述廉报告 台账'));
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const strings = strFromU8(entries['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect([
      sheet.includes('<f>'),
      (sheet.match(/<row /gu) ?? []).length,
      `${sheet}${strings}`.includes('=1+1'),
    ]).toEqual([false, 4, true]);
  });
});
