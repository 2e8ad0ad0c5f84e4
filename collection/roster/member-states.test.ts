import { describe, expect, it } from 'vitest';
import { sampleCollection } from '../../testing/builders/campaign.ts';
import { sampleFinding, sampleResult, sampleRevision } from '../../testing/builders/report-result.ts';
import type { Submission } from '../roster.ts';
import { type RosterDecision, readRoster, standingText } from './member-states.ts';

const members = ['甲', '乙', '丙'].map((name) => ({ id: name, name: `成员${name}` }));
const collection = sampleCollection('2026-12-31T18:00');
const now = new Date('2026-12-30T02:00:00Z');
const version = (
  author: string,
  number: number,
  receivedAt: string,
  result: Submission['result'] = sampleResult(),
): Submission => ({
  revision: sampleRevision(author, { id: `${author}${number}`, number, receivedAt: `${receivedAt}:00+08:00` }),
  result,
});
const unread = (author: string, number: number, state: 'refused' | 'failed'): Submission => {
  const { revision } = version(author, number, '2026-12-21T09:00');
  return { revision: { ...revision, state }, result: null };
};
const bad = sampleResult({ findings: [sampleFinding('%')] });
const decision = (
  memberId: string,
  what: 'exempt' | 'on-leave' | 'asked-again',
  at = '2026-12-20T00:00:00Z',
): RosterDecision => ({
  memberId,
  what,
  at,
  by: 'ou_organiser',
  reason: '借调',
});
const returned = (memberId: string, revisionId: string): RosterDecision => ({
  memberId,
  what: 'returned',
  revisionId,
  at: '2026-12-29T00:00:00Z',
  by: 'ou_organiser',
  reason: '缺问题部分',
});

const texts = (
  submissions: readonly Submission[],
  decisions: readonly RosterDecision[] = [],
  at = now,
  asked = collection,
) =>
  readRoster({ collection: asked, members, submissions, decisions, now: at }).members.map(
    (standing) => `${standing.member.id} ${standingText(standing)}`,
  );

describe('a person stands', () => {
  it.each([
    ['missing without a report', [], [], '甲 未交'],
    ['handed in with a sound first draft', [version('甲', 1, '2026-12-20T09:00')], [], '甲 已交（第1稿，合格）'],
    [
      'to mend by the newest draft',
      [version('甲', 2, '2026-12-21T09:00', bad), version('甲', 1, '2026-12-20T09:00')],
      [],
      '甲 已交（第2稿，1处必须改）',
    ],
    [
      'handed in while it is checked',
      [version('甲', 1, '2026-12-20T09:00', null)].map((each) => ({
        ...each,
        revision: { ...each.revision, state: 'received' as const },
      })),
      [],
      '甲 已交（第1稿，检查中）',
    ],
    [
      'missing again when the only draft is withdrawn',
      [version('甲', 1, '2026-12-20T09:00')].map((each) => ({
        ...each,
        revision: { ...each.revision, state: 'withdrawn' as const },
      })),
      [],
      '甲 未交',
    ],
    [
      'by the earlier draft when the newer is no report',
      [version('甲', 1, '2026-12-20T09:00'), version('甲', 2, '2026-12-21T09:00', sampleResult({ kind: null }))],
      [],
      '甲 已交（第1稿，合格）',
    ],
    [
      'by the draft marked as final though a newer one came',
      [
        {
          ...version('甲', 1, '2026-12-20T09:00'),
          revision: { ...version('甲', 1, '2026-12-20T09:00').revision, final: true },
        },
        version('甲', 2, '2026-12-21T09:00', bad),
      ],
      [],
      '甲 已交（第1稿，合格，终稿）',
    ],
    ['missing when the only file could not be read', [unread('甲', 1, 'refused')], [], '甲 未交（文件没能读出）'],
    ['missing when checking came to no end', [unread('甲', 1, 'failed')], [], '甲 未交（文件没能读出）'],
    [
      'missing while nobody has said for which collection a report is',
      [{ ...unread('甲', 1, 'refused'), refusal: 'collection-unclear' }],
      [],
      '甲 未交（还没选交到哪一项）',
    ],
    [
      'by the earlier draft when the newer could not be read',
      [version('甲', 1, '2026-12-20T09:00'), unread('甲', 2, 'refused')],
      [],
      '甲 已交（第1稿，合格）',
    ],
    ['returned', [version('甲', 1, '2026-12-20T09:00')], [returned('甲', '甲1')], '甲 已退回（第1稿）'],
    [
      'afresh after a returned draft was replaced',
      [version('甲', 1, '2026-12-20T09:00'), version('甲', 2, '2026-12-29T09:00')],
      [returned('甲', '甲1')],
      '甲 已交（第2稿，合格）',
    ],
    ['exempt', [], [decision('甲', 'exempt')], '甲 免交'],
    ['on leave', [], [decision('甲', 'on-leave')], '甲 请假'],
    [
      'asked again after an exemption',
      [],
      [decision('甲', 'exempt'), decision('甲', 'asked-again', '2026-12-21T00:00:00Z')],
      '甲 未交',
    ],
  ] as [string, Submission[], RosterDecision[], string][])('%s', (_name, submissions, decisions, expected) => {
    expect(texts(submissions, decisions)[0]).toBe(expected);
  });

  it('late when the first draft came after the deadline, not when a later one did', () => {
    const late = [
      version('甲', 1, '2027-01-01T09:00'),
      version('乙', 1, '2026-12-31T17:59'),
      version('乙', 2, '2027-01-02T09:00'),
    ];
    expect(texts(late, [], new Date('2027-01-03T00:00:00Z'))).toEqual([
      '甲 迟交（第1稿，合格）',
      '乙 已交（第2稿，合格）',
      '丙 未交（已逾期）',
    ]);
  });
});

it('counts everybody once and names who still owes', () => {
  const roster = readRoster({
    collection: sampleCollection('2026-12-31T18:00', { audience: { mode: 'all', chosen: [], exempt: [{ id: '丙' }] } }),
    members: [...members, { id: '丁' }, { id: '戊' }],
    submissions: [
      version('甲', 1, '2026-12-20T09:00'),
      version('丁', 1, '2026-12-20T09:00'),
      version('走了', 1, '2026-12-20T09:00', bad),
    ],
    decisions: [returned('丁', '丁1'), decision('不在群里', 'exempt')],
    now,
  });
  expect(roster.counts).toEqual({
    total: 5,
    handedIn: 2,
    passed: 1,
    toMend: 1,
    checking: 0,
    returned: 1,
    missing: 2,
    late: 0,
    exempt: 1,
  });
  expect(roster.owing.map(({ id }) => id)).toEqual(['乙', '丁', '戊']);
  expect(roster.members.at(-1)).toMatchObject({ member: { id: '走了' }, left: true, state: 'to-mend' });
});

it('who sent what could not be read owes a report and is nudged', () => {
  const submissions = [unread('甲', 1, 'refused'), unread('乙', 1, 'failed')];
  const roster = readRoster({ collection, members, submissions, decisions: [], now });
  expect([roster.counts.handedIn, roster.counts.missing, roster.owing.map(({ id }) => id)]).toEqual([
    0,
    3,
    ['甲', '乙', '丙'],
  ]);
});

it('asks the chosen only, in the chat or not', () => {
  const chosen = sampleCollection('2026-12-31T18:00', {
    audience: { mode: 'chosen', chosen: [{ id: '乙' }, { id: '没进群' }], exempt: [] },
  });
  expect(texts([version('甲', 1, '2026-12-20T09:00')], [], now, chosen)).toEqual(['乙 未交']);
});
