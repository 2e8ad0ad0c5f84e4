import { describe, expect, it } from 'vitest';
import { memberNamedIn } from './named-member.ts';

const members = ['张一', '王二', '王三', '李成员'].map((name) => ({ id: name, name }));
const named = (words: string) => {
  const found = memberNamedIn(words, members);
  if (found === null) return null;
  return 'unknown' in found ? `? ${found.unknown}` : `${found.member.id} | ${found.words}`;
};

describe('the member whose report is meant', () => {
  it.each([
    ['张一的报告第三部分', '张一 | 张一的'],
    ['李成员第二部分讲了什么', '李成员 | 李成员'],
    ['小张的报告问题有哪些', '张一 | 小张的'],
    ['李主任那份报告讲了什么', '李成员 | 李主任那份'],
    ['小王的报告讲了什么', '? 小王'],
    ['赵局的报告讲了什么', '? 赵局'],
    ['陈晨的报告讲了什么', '? 陈晨'],
  ])('%s: %s', (words, expected) => {
    expect(named(words)).toBe(expected);
  });

  it.each(['今年的报告讲了什么', '方案的报告', '第二部分讲了什么', '党建的总结', '小学的报告', '单位的报告有哪些数字'])(
    'nobody in %s',
    (words) => {
      expect(named(words)).toBeNull();
    },
  );
});
