import { describe, expect, it } from 'vitest';
import { recogniseQuestion } from './recognise.ts';

describe('words to the bot', () => {
  it.each([
    ['第二部分讲了什么', 'report'],
    ['总结一下存在的问题', 'report'],
    ['下一步打算有哪些', 'report'],
    ['有哪些数字', 'report'],
    ['参保率是多少', 'report'],
    ['全文摘要', 'report'],
    ['目录', 'report'],
    ['这一稿和上一稿有什么不同', 'report'],
    ['成员乙的报告第三部分', 'report'],
    ['大家的报告里共同的问题有哪些', 'all-reports'],
    ['汇总', 'all-reports'],
    ['各位的报告讲了什么', 'all-reports'],
    ['所有报告的字数', 'all-reports'],
    ['主体责任', 'report'],
    ['明年咋干', 'report'],
    ['还有哪些没写', 'report'],
    ['问题都咋解决', 'report'],
    ['党建花了多少钱', 'report'],
    ['便民服务中心', 'perhaps-a-report'],
    ['请各位于12月31日前提交述职报告，内容包括存在的问题', null],
    ['关于报送年度总结的通知\n各单位：请写明存在的问题', null],
    ['大家提交的报告里共同的问题有哪些', 'all-reports'],
    ['请大家尽快提交', null],
    ['谢谢', null],
    ['', null],
  ])('“%s” ask about %s', (words, expected) => {
    expect(recogniseQuestion(words)).toBe(expected);
  });
});
