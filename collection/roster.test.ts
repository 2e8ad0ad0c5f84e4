import { expect, it } from 'vitest';
import { sampleFinding, samplePart, sampleResult, sampleRevision } from '../testing/builders/report-result.ts';
import { audienceOf, buildRoster, countsAsHandedIn } from './roster.ts';

const members = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => ({ id: name, name: `成员${name}` }));
const [one, two, three, four, five, six] = members;

it('sorts members into those who passed, have to mend, or are missing', () => {
  const roster = buildRoster(members, [
    { revision: sampleRevision('甲'), result: sampleResult() },
    { revision: sampleRevision('乙'), result: sampleResult({ findings: [sampleFinding('%')] }) },
    { revision: sampleRevision('丙'), result: sampleResult({ missing: [samplePart('存在的问题')] }) },
    { revision: sampleRevision('丁', { state: 'received' }), result: null },
    { revision: sampleRevision('戊', { state: 'refused' }), result: null },
    { revision: sampleRevision('不在群里'), result: sampleResult() },
  ]);
  expect(roster).toEqual({ total: 6, passed: [one], toMend: [two, three, four], missing: [five, six] });
});

it.each([
  ['a checked report', sampleRevision('甲'), sampleResult(), true],
  ['a report on its way', sampleRevision('甲', { state: 'received' }), null, true],
  ['a report we failed on', sampleRevision('甲', { state: 'failed' }), null, false],
  ['a text that is no report', sampleRevision('甲'), sampleResult({ kind: null }), false],
  ['a refused file', sampleRevision('甲', { state: 'refused' }), null, false],
  ['a recalled file', sampleRevision('甲', { state: 'withdrawn' }), sampleResult(), false],
])('%s: handed in or not', (_name, revision, result, expected) => {
  expect(countsAsHandedIn({ revision, result })).toBe(expected);
});

it.each([
  ['everybody without a collection', null, members],
  ['everybody but the exempt', { mode: 'all', chosen: [], exempt: [{ id: '甲' }] }, members.slice(1)],
  [
    'the chosen but the exempt',
    { mode: 'chosen', chosen: [{ id: '乙' }, { id: '丙' }], exempt: [{ id: '丙' }] },
    [two],
  ],
] as const)('asks %s', (_name, audience, asked) => {
  const given = audience === null ? null : { ...audience, chosen: [...audience.chosen], exempt: [...audience.exempt] };
  expect(audienceOf(members, given)).toEqual(asked);
});
