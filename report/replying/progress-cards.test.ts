import { expect, it } from 'vitest';
import { receivedCard, refusalCard } from './progress-cards.ts';

const usual = '正在排队，一般一分钟内给出检查结果，结果会显示在这张卡片上。';

it.each([
  ['nobody can tell', null, usual],
  ['nothing waits', { ahead: 0, ms: null }, usual],
  ['a few wait', { ahead: 3, ms: 9_000 }, usual],
  ['many wait', { ahead: 12, ms: 40_000 }, '正在排队，前面还有 12 份，约 1 分钟。检查结果会显示在这张卡片上。'],
  ['very many wait', { ahead: 400, ms: 410_000 }, '正在排队，前面还有 400 份，约 7 分钟。检查结果会显示在这张卡片上。'],
  ['many wait and none was done yet', { ahead: 5, ms: null }, '正在排队，前面还有 5 份。检查结果会显示在这张卡片上。'],
])('the card of a file that came in while %s', (_, line, words) => {
  expect(receivedCard('报告.docx', line)).toEqual({
    tone: 'progress',
    title: '已收到《报告.docx》',
    tags: [],
    blocks: [{ kind: 'text', text: [words] }],
  });
});

it('a file that cannot be read is told what to do, and that it does not count', () => {
  const card = refusalCard({ fileName: '报告.doc', message: '请去掉密码。', deadline: null, now: new Date() });
  expect(card.blocks).toEqual([
    { kind: 'text', text: ['请去掉密码。'] },
    { kind: 'text', text: [{ faint: '这份文件没有计入已交。' }] },
  ]);
});
