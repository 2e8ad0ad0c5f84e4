import { expect, it } from 'vitest';
import { sampleFinding, samplePart, sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { fullList } from './full-list.ts';

const list = (findings: ReturnType<typeof sampleFinding>[]) =>
  fullList({ fileName: '报告.docx', result: sampleResult({ findings }), text: sampleText });

it('lists the worst first, each with its basis', () => {
  const hint = sampleFinding('300', { severity: 'hint', message: '请核对' });
  const must = sampleFinding('，，', { message: '标点重复', suggestion: '，', basis: '标点符号用法' });
  expect(list([hint, must])).toEqual([
    {
      tone: 'info',
      title: '《报告.docx》全部问题',
      tags: [],
      blocks: [
        {
          kind: 'list',
          heading: '必须改 1 处',
          tone: 'bad',
          numbered: true,
          items: [
            {
              text: [{ faint: '二、第1段' }, ' ', { quote: '…群众300户，，办结率达到%' }],
              detail: ['标点重复', ' ', { bold: '→ ，' }, ' 〔标点符号用法〕'],
            },
          ],
        },
        {
          kind: 'list',
          heading: '提示 1 处',
          tone: 'plain',
          numbered: true,
          items: [{ text: [{ faint: '二、第1段' }, ' ', { quote: '全年走访群众300户' }], detail: ['请核对'] }],
        },
      ],
    },
  ]);
});

it('begins with what is missing, also where nothing else is wrong', () => {
  const missing = [samplePart('署名', { severity: 'should', why: '' }), samplePart('存在的问题')];
  const [page] = fullList({ fileName: '报告.docx', result: sampleResult({ missing }), text: sampleText });
  expect(page?.blocks).toEqual([
    {
      kind: 'list',
      heading: '缺失 2 项',
      tone: 'bad',
      numbered: false,
      items: [
        { text: [{ faint: '必须补：' }, { bold: '存在的问题' }], detail: ['办法第五条'] },
        { text: [{ faint: '建议补：' }, { bold: '署名' }] },
      ],
    },
  ]);
});

it.each([
  ['what the line above quotes', sampleFinding('走访', { message: '“走访”：没有这一提法' }), ['没有这一提法']],
  [
    'a suggestion that the message makes',
    sampleFinding('走访', { message: '建议写作“走访慰问”', suggestion: '走访慰问' }),
    [{ bold: '→ 走访慰问' }],
  ],
  ['an empty suggestion', sampleFinding('走访', { message: '请删去', suggestion: '' }), ['请删去']],
])('does not repeat %s', (_name, finding, detail) => {
  const [page] = list([finding]);
  expect(page?.blocks.map((block) => (block.kind === 'list' ? block.items[0]?.detail : null))).toEqual([detail]);
});

it.each([
  [0, ['《报告.docx》全部问题']],
  [25, ['《报告.docx》全部问题']],
  [60, ['《报告.docx》全部问题（1/3）', '《报告.docx》全部问题（2/3）', '《报告.docx》全部问题（3/3）']],
])('spreads %i findings over messages', (count, titles) => {
  expect(list(Array.from({ length: count }, () => sampleFinding('%'))).map((page) => page.title)).toEqual(titles);
});
