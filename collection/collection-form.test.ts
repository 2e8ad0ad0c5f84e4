import { describe, expect, it } from 'vitest';
import { formRequirements, readCollectionForm } from './collection-form.ts';

const context = {
  now: new Date('2026-11-20T07:00:00Z'),
  timeZone: 'Asia/Shanghai',
  kindIds: ['duty', 'duty-integrity'],
  members: [{ id: 'a', name: '成员甲' }],
};
const filled = (change: Record<string, string | string[]> = {}) => ({
  name: ' 《2026年度述职报告》 ',
  kind: 'duty',
  deadline: '2026-12-31 18:00',
  ...change,
});

describe('a form for a collection', () => {
  it('is read field by field; what is left empty asks for nothing', () => {
    expect(readCollectionForm(filled(), context)).toEqual({
      ok: true,
      fields: {
        name: '2026年度述职报告',
        kind: 'duty',
        deadline: new Date('2026-12-31T10:00:00Z'),
        audience: { mode: 'all', chosen: [], exempt: [] },
        minCharacters: undefined,
        maxCharacters: undefined,
        fileName: undefined,
      },
    });
  });

  it.each([
    [
      { audience: 'chosen', people: ['a', 'b'] },
      { audience: { mode: 'chosen', chosen: [{ id: 'a', name: '成员甲' }, { id: 'b' }], exempt: [] } },
    ],
    [
      { audience: 'exempt', people: 'a' },
      { audience: { mode: 'all', chosen: [], exempt: [{ id: 'a', name: '成员甲' }] } },
    ],
    [{ audience: 'all', people: ['a'] }, { audience: { mode: 'all', chosen: [], exempt: [] } }],
    [
      { minCharacters: '１５００', maxCharacters: '3,000字' },
      { minCharacters: 1500, maxCharacters: 3000 },
    ],
    [{ fileName: '单位+姓名+文种' }, { fileName: '{unit}+{name}+{kind}' }],
    [{ kind: 'any' }, { kind: undefined }],
    [{ kind: 'made-up' }, { kind: undefined }],
  ] as [Record<string, string | string[]>, object][])('%j is read as %j', (given, expected) => {
    expect(readCollectionForm(filled(given), context)).toMatchObject({ ok: true, fields: expected });
  });

  it.each([
    [{ name: '字'.repeat(61) }, '名称请不要超过 60 个字'],
    [{ deadline: '明天' }, '请选择截止时间'],
    [{ deadline: '2026-11-20 15:00' }, '截止时间已经过去，请选一个以后的时间'],
    [{ deadline: '2062-12-31 18:00' }, '截止时间太远了，请核对年份'],
    [{ audience: 'exempt' }, '请选出具体的人，或把“谁要交”改为全员'],
    [{ minCharacters: '0' }, '最少字数请只填数字，例如 3000'],
  ] as [Record<string, string>, string][])('%j is refused: %s', (given, message) => {
    expect(readCollectionForm(filled(given), context)).toEqual({ ok: false, message });
  });

  it('leaves alone what it does not show, and takes the year from the name', () => {
    const outcome = readCollectionForm(filled({ maxCharacters: '3000' }), context);
    if (!outcome.ok) throw new Error(outcome.message);
    const before = { kind: 'duty-integrity', year: 2025, minCharacters: 1000, parts: ['problems' as const] };
    expect(formRequirements(outcome.fields, before)).toEqual({
      kind: 'duty',
      year: 2026,
      maxCharacters: 3000,
      parts: ['problems'],
    });
  });

  it('may be past its deadline where only other fields were changed', () => {
    const past = filled({ deadline: '2026-11-20 15:00' });
    expect(readCollectionForm(past, { ...context, touched: new Set(['name']) }).ok).toBe(true);
    expect(readCollectionForm(past, { ...context, touched: new Set(['deadline']) }).ok).toBe(false);
  });
});
