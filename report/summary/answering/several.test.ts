import { describe, expect, it } from 'vitest';
import { questionsIn } from './several.ts';
import { asMeant } from './spoken.ts';

describe('words typed on a phone', () => {
  it.each([
    ['弟二部份讲的啥', '第二部分讲的什么'],
    ['第三快说了啥', '第三块说了什么'],
    ['参会律多小', '参会率多少'],
    ['开了几此', '开了几次'],
    ['不走有哪些', '不足有哪些'],
    ['下部咋打蒜', '下一步怎么打算'],
    ['存在那些问题', '存在哪些问题'],
    ['总洁一下', '总结一下'],
  ])('%s are read as %s', (typed, meant) => {
    expect(asMeant(typed)).toBe(meant);
  });

  it.each(['纪律教育怎么抓的', '自律方面', '一律不得', '走不走', '那些问题都改了', '下部队锻炼', '地方债多少'])(
    '%s stays as it is',
    (words) => {
      expect(asMeant(words)).toBe(words);
    },
  );
});

describe('one message', () => {
  it.each([
    ['集中学习几次，党课几次', ['集中学习几次', '党课几次']],
    ['问题和打算分别是什么', ['问题', '打算分别是什么']],
    ['第一和第三部分讲什么', ['第一部分', '第三部分']],
    ['二、三部分', ['第二部分', '第三部分']],
    ['门诊多少人次，住院呢', ['门诊多少人次', '住院多少']],
    ['培训了多少期，多少人', ['培训了多少期', '培训多少人']],
    ['优秀党员和合格党员各几名', ['优秀党员几名', '合格党员几名']],
    ['你好，请问第二部分讲了什么？谢谢', ['请问第二部分讲了什么']],
  ])('%s asks %j', (asked, questions) => {
    expect(questionsIn(asked)).toEqual(questions);
  });

  it.each([
    ['第二部分，讲了什么', ['第二部分讲了什么']],
    ['关于党建经费，花了多少', ['关于党建经费花了多少']],
    ['存在的问题和不足', ['存在的问题和不足']],
    ['和上一稿有什么不同', ['和上一稿有什么不同']],
    ['意识形态和统战工作怎么抓的', ['意识形态和统战工作怎么抓的']],
    ['', []],
  ])('%s stays whole', (asked, questions) => {
    expect(questionsIn(asked)).toEqual(questions);
  });
});
