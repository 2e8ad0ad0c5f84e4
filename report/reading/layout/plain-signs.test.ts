import { expect, it } from 'vitest';
import { plainSigns } from './plain-signs.ts';

it.each([
  ['radicals of the block that Unicode knows the signs of', '⼯作⼈员⽣活', '工作人员生活'],
  ['radicals of the block that it does not', '⼈⺠⻓期⻔户⻅⾯', '人民长期门户见面'],
  ['signs for compatibility', '車輛', '車輛'.normalize('NFKC')],
  ['punctuation of vertical type', '报告︐︽总结︾︵一︶︒', '报告，《总结》（一）。'],
  ['fillers, which go', '文件\0类型\u0018', '文件类型'],
  ['everything else, which stays', '“工作”——①％Ａ𠮷', '“工作”——①％Ａ𠮷'],
])('makes plain signs of %s', (_, text, expected) => {
  expect(plainSigns(text)).toBe(expected);
});
