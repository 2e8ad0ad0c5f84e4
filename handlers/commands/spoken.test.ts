import { describe, expect, it } from 'vitest';
import { matchCommand } from './index.ts';
import { mistyped, smallTalk } from './spoken.ts';

describe('what people say instead of a command', () => {
  it.each([
    ['还差谁', '进度'],
    ['还差几个人没交', '进度'],
    ['还有谁没有交？', '进度'],
    ['哪些人没交', '进度'],
    ['谁交了', '进度'],
    ['大家都交了吗', '进度'],
    ['交了几个了', '进度'],
    ['收到多少份了', '进度'],
    ['都交齐了吗', '进度'],
    ['我交了吗', '我交了吗'],
    ['@成员甲 交了没有？', '我交了吗'],
    ['成员甲交了吗', '我交了吗'],
    ['截至什么时候？', '截止'],
    ['几号截止', '截止'],
    ['还有几天', '截止'],
    ['字数要求是多少', '要求'],
    ['有什么要求', '要求'],
    ['要交什么', '要求'],
    ['文件怎么命名', '要求'],
    ['能不能晚两天交', '晚交'],
    ['我明天交行吗', '晚交'],
    ['这份是替@成员甲 交的', '代交'],
    ['代交 @成员甲', '代交'],
    ['把2025年度的截止时间改成12月29日', '截止'],
  ])('“%s” is the command %s', (words, name) => {
    expect(matchCommand(words)?.command.meta.name).toBe(name);
  });

  it.each([
    '报告里写了几个问题',
    '收到多少封群众来信',
    '交了多少税',
    '上级提出了什么要求',
    '还有几天年假没有休',
    '谁迟交了党费',
    '第二部分要求是什么样的',
    '替群众办了多少件实事',
    '截至11月底完成了多少',
  ])('“%s” is none', (words) => {
    expect(matchCommand(words)).toBeNull();
  });
});

it.each([
  ['谢谢！', 'thanks'],
  ['辛苦了', 'thanks'],
  ['好的', 'fine'],
  ['收到。', 'fine'],
  ['你好', 'greeting'],
  ['好的方面有哪些', null],
  ['你好好看看第二部分', null],
])('“%s” is talk: %s', (words, expected) => {
  expect(smallTalk(words)).toBe(expected);
});

it.each([
  ['崔一下', '催一下'],
  ['检察', '检查'],
  ['谁没教', '谁没交'],
  ['倒出', '导出'],
  ['检察院', null],
])('“%s” was perhaps to be %s', (words, expected) => {
  expect(mistyped(words, ['检查', '催一下', '谁没交', '导出'])).toBe(expected);
});
