import { describe, expect, it } from 'vitest';
import type { Reply, ReplyBlock } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import { sampleFinding, samplePart, sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { type ResultCardInput, resultCard } from './result-card.ts';

const card = (result: ReportResult, change: Partial<ResultCardInput> = {}): Reply =>
  resultCard({
    revisionId: 'r1',
    fileName: '成员甲.docx',
    version: 1,
    result,
    text: sampleText,
    comparison: null,
    deadline: null,
    now: new Date('2026-12-28T06:00:00Z'),
    ...change,
  });

const recheck = { id: 'recheck', label: '重新检查', style: 'default', value: { revision: 'r1' } };
const annotatedCopy = { id: 'annotated-copy', label: '下载批注版', style: 'primary', value: { revision: 'r1' } };
const waive = { id: 'waive-open', label: '这不是问题…', style: 'default', value: { revision: 'r1' } };
const fullList = { id: 'full-list', label: '查看全部', style: 'default', value: { revision: 'r1' } };

describe('the result card', () => {
  it('tells what is missing, what must be mended and where, and folds the rest', () => {
    const result = sampleResult({
      missing: [samplePart('署名', { severity: 'should' }), samplePart('存在的问题')],
      findings: [
        sampleFinding('XX', { message: '大会名称被遮去', suggestion: '二十' }),
        sampleFinding('，，', { severity: 'should', message: '标点重复', suggestion: '' }),
        sampleFinding('%', { severity: 'hint', message: '缺数字', also: [{ start: 1, end: 2 }] }),
      ],
      summary: {
        gist: '学习和走访。',
        sections: [
          {
            number: '一、',
            title: '学习情况',
            roles: [],
            gist: '参加集中学习12次',
            points: [],
            figures: [
              { text: '12次', value: 12, unit: '次', what: '集中学习', start: 0, end: 1 },
              { text: '%', value: null, unit: '%', what: '办结率', state: 'blank', start: 0, end: 1 },
            ],
            start: 0,
            end: 1,
          },
        ],
      },
    });
    const expected: Reply = {
      tone: 'bad',
      title: '述职述廉报告 · 2025年 · 第 1 稿',
      subtitle: '县档案馆副馆长 成员甲 ｜ 成员甲.docx',
      tags: [{ text: '需修改：缺 2 项，必须改 1 处', tone: 'bad' }],
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: '字数', value: '2,053', tone: 'plain' },
            { label: '必备部分', value: '5/7', tone: 'bad' },
            { label: '必须改', value: '1', tone: 'bad' },
            { label: '建议改', value: '1', tone: 'warn' },
          ],
        },
        {
          kind: 'list',
          heading: '缺失 2 项',
          tone: 'bad',
          numbered: false,
          items: [
            { text: [{ bold: '存在的问题' }], detail: ['办法第五条'] },
            { text: [{ faint: '建议补：' }, '署名'] },
          ],
        },
        {
          kind: 'list',
          heading: '必须改 1 处',
          tone: 'bad',
          numbered: true,
          items: [
            {
              text: [{ faint: '一、第1段' }, ' ', { quote: '认真学习党的XX大精神' }],
              detail: ['大会名称被遮去', ' ', { bold: '→ 二十' }],
            },
          ],
        },
        fold('建议改 1 处', {
          kind: 'list',
          tone: 'plain',
          numbered: false,
          items: [
            { text: [{ faint: '二、第1段' }, ' ', { quote: '…群众300户，，办结率达到%' }], detail: ['标点重复'] },
          ],
        }),
        fold('提示 1 处（可改可不改）', {
          kind: 'list',
          tone: 'plain',
          numbered: false,
          items: [
            { text: [{ faint: '二、第1段' }, ' ', { quote: '办结率达到%' }, '（全文共 2 处）'], detail: ['缺数字'] },
          ],
        }),
        {
          kind: 'fold',
          title: '分段摘要',
          open: false,
          blocks: [
            { kind: 'text', text: ['学习和走访。'] },
            {
              kind: 'list',
              tone: 'plain',
              numbered: false,
              items: [
                {
                  text: [{ bold: '一、学习情况' }, ' ', '参加集中学习12次'],
                  detail: ['集中学习12次；办结率%（缺数字）'],
                },
              ],
            },
          ],
        },
        fold('数字 2 个', { kind: 'text', text: ['集中学习12次；办结率%（缺数字）'] }),
        { kind: 'actions', actions: [annotatedCopy, fullList, waive, recheck] },
      ],
    } as Reply;
    expect(card(result)).toEqual(expected);
  });

  it('compares with the version before only where there is something to tell', () => {
    const clean = { before: 0, mended: 0, left: 0, added: 0 };
    const told = [clean, { ...clean, sameText: true }, { ...clean, before: 2, mended: 2 }].map((comparison) => {
      const [first] = card(sampleResult(), { comparison }).blocks;
      return first?.kind === 'text' ? first.text : null;
    });
    expect(told).toEqual([
      null,
      [{ tinted: '这一稿和上一稿的文字完全相同。如果发错了文件，请重新发送。', tone: 'warn' }],
      [{ bold: '上稿 2 处必须改：已改 2，还剩 0，新增 0' }],
    ]);
  });

  it('says so warmly when nothing is wrong, and how long is left', () => {
    const reply = card(sampleResult({ parts: { present: 7, required: 7 } }), {
      deadline: {
        deadline: '2026-12-31T10:00:00Z',
        timeZone: 'Asia/Shanghai',
        handedIn: { done: 7, total: 12 },
      },
    });
    expect({ tone: reply.tone, tags: reply.tags, rest: reply.blocks.slice(1) }).toEqual({
      tone: 'good',
      tags: [{ text: '没有发现问题', tone: 'good' }],
      rest: [
        { kind: 'text', text: [{ tinted: '没有发现需要改的地方，可以直接上交。辛苦了！', tone: 'good' }] },
        { kind: 'divider' },
        {
          kind: 'text',
          text: ['⏰ 距截止 ', { bold: '12月31日 18:00' }, ' 还有 ', '3 天 4 小时', ' ｜ 本群已交 7/12'],
        },
        { kind: 'actions', actions: [recheck] },
      ],
    });
  });

  it.each([
    [
      'only recommendations',
      { findings: [sampleFinding('，，', { severity: 'should' })] },
      'warn',
      '可以交，建议改 1 处',
    ],
    [
      'only a recommended part missing',
      { missing: [samplePart('署名', { severity: 'should' })] },
      'warn',
      '可以交，建议改 1 处',
    ],
    ['only a required part missing', { missing: [samplePart('存在的问题')] }, 'bad', '需修改：缺 1 项'],
    ['only hints', { findings: [sampleFinding('%', { severity: 'hint' })] }, 'good', '没有发现问题'],
  ] satisfies [string, Partial<ReportResult>, Reply['tone'], string][])(
    'with %s it is judged as such',
    (_name, change, tone, tag) => {
      const reply = card(sampleResult(change));
      expect([reply.tone, reply.tags.map((one) => one.text)]).toEqual([tone, [tag]]);
    },
  );

  it('begins with what became of the version before', () => {
    const reply = card(sampleResult(), { version: 2, comparison: { before: 5, mended: 4, left: 1, added: 0 } });
    expect([reply.title, reply.blocks[0]]).toEqual([
      '述职述廉报告 · 2025年 · 第 2 稿',
      { kind: 'text', text: [{ bold: '上稿 5 处必须改：已改 4，还剩 1，新增 0' }] },
    ]);
  });

  it.each([
    [10, [10], []],
    [11, [8, 3], ['其余必须改 3 处']],
    [40, [8, 25], ['其余必须改 32 处', '还有 7 处，点“查看全部”']],
  ])('of %i that must be mended it shows the first openly and folds the others', (count, listed, words) => {
    const reply = card(
      sampleResult({
        findings: Array.from({ length: count }, (_, index) => sampleFinding('%', { message: `第 ${index} 个不对` })),
      }),
    );
    const blocks = reply.blocks.flatMap((block) => (block.kind === 'fold' ? block.blocks : [block]));
    const lists = blocks.filter((block) => block.kind === 'list').map((list) => list.items.length);
    const titles = reply.blocks.flatMap((block) => (block.kind === 'fold' ? [block.title] : []));
    const rests = blocks
      .flatMap((block) => (block.kind === 'text' ? block.text : []))
      .map((part) => Object.values(part)[0]);
    expect([lists, [...titles, ...rests]]).toEqual([listed, words]);
  });

  it('tells once what would read the same, and counts it as often as it stands there', () => {
    const again = { ...sampleFinding('%'), start: sampleText.indexOf('12'), end: sampleText.indexOf('12') + 2 };
    const { blocks } = card(sampleResult({ findings: [sampleFinding('%'), again] }));
    expect(blocks.find((block) => block.kind === 'list')).toMatchObject({
      heading: '必须改 2 处',
      items: [
        {
          text: [{ faint: '二、第1段' }, ' ', { quote: '办结率达到%' }, '（共 2 处，另见 一、第1段）'],
          detail: ['这里不对'],
        },
      ],
    });
  });

  it('does not check what is no report, and says what to do', () => {
    expect(card(sampleResult({ kind: null, title: '会议通知', findings: [] }))).toEqual({
      tone: 'info',
      title: '会议通知',
      subtitle: '成员甲.docx ｜ 2,053 字',
      tags: [],
      blocks: [
        { kind: 'text', text: ['这份文件看起来不是述职、总结一类的报告，没有按报告检查，也不计入已交。'] },
        {
          kind: 'text',
          text: [{ faint: '如果就是要交的报告，请在标题里写明文种（例如“2026年度述职述廉报告”）后重新发送。' }],
        },
        { kind: 'actions', actions: [recheck] },
      ],
    });
  });
});

function fold(title: string, block: ReplyBlock) {
  return { kind: 'fold', title, open: false, blocks: [block] };
}
