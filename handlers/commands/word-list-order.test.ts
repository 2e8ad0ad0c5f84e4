import { describe, expect, it } from 'vitest';
import { readWordListOrder } from './word-list-order.ts';

const put = (list: string, words: string[], suggestion: string | null = null, everywhere = false) => ({
  do: 'put',
  everywhere,
  list,
  words,
  suggestion,
});

describe('words after 词表', () => {
  it.each([
    ['', { do: 'show' }],
    ['允许 一张蓝图绘到底', put('allow', ['一张蓝图绘到底'])],
    ['允许“甲乙”、“丙丁” 丙丁', put('allow', ['甲乙', '丙丁'])],
    ['禁用 督导', put('deny', ['督导'])],
    ['禁用 督导 建议 指导', put('deny', ['督导'], '指导')],
    ['禁用：督导→指导', put('deny', ['督导'], '指导')],
    ['禁用 合理化建议', put('deny', ['合理化建议'])],
    ['本单位名称 某某县文化和旅游局（文物局）', put('own-name', ['某某县文化和旅游局（文物局）'])],
    ['全单位 允许 某词', put('allow', ['某词'], null, true)],
    ['删除 督导', { do: 'remove', everywhere: false, words: ['督导'] }],
    ['全单位 删除 督导', { do: 'remove', everywhere: true, words: ['督导'] }],
    ['允许', { do: 'nothing', why: 'no-word' }],
    ['允许 的', { do: 'nothing', why: 'too-short' }],
    [`允许 ${'长'.repeat(41)}`, { do: 'nothing', why: 'too-long' }],
    [`允许 ${Array.from({ length: 21 }, (_, at) => `词${at}`).join(' ')}`, { do: 'nothing', why: 'too-many' }],
    ['随便说说', { do: 'nothing', why: 'unclear' }],
  ])('%s', (written, order) => {
    expect(readWordListOrder(written)).toEqual(order);
  });
});
