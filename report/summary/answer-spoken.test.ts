import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { examine } from '../examine.ts';
import { type Answer, answerQuestion } from './answer.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const text = [
  '2025年度述职述廉报告',
  '某镇卫生院院长  成员甲',
  '现将一年来的情况报告如下：',
  '一、抓学习，思想上有定力',
  '组织集中学习22次，讲党课4次。',
  '二、抓业务，工作上有实绩',
  '（一）诊疗服务稳中有升。全年门诊41260人次，比上年增加3120人次；药品收入占比由38.6%下降到33.1%。',
  '（二）项目建设取得突破。争取专项债资金650万元，新建发热门诊420平方米。',
  '三、抓党建，发展党员有质量',
  '支部现有党员19名，发展党员2名，党建活动经费支出1.86万元。',
  '四、抓廉政，底线上有敬畏',
  '召开院务会26次，查处违规收受红包问题1起。配偶、子女没有经商办企业。',
  '五、存在的问题',
  '一是学习不够系统。二是药品库存周转天数偏高。',
  '六、下一步打算',
  '一是坚持每周集中学习半天。二是推行药品库存动态预警，周转天数压到30天以内。',
].join('\n');
const result = examine(documentOf(text), config, { now: new Date('2026-01-10T00:00:00Z') });

const told = (answer: Answer): string => {
  switch (answer.kind) {
    case 'section':
      return answer.sections.map(({ path }) => `§${path}`).join(' ');
    case 'figure':
      return answer.figures.map((figure) => `#${figure.text}`).join(' ');
    case 'passage':
      return `¶${answer.sections[0]?.path ?? ''}`;
    case 'several':
      return answer.parts.map(told).join(' & ');
    case 'pairs':
      return answer.pairs.map(({ problem, plan }) => `${problem.text} → ${plan?.text ?? '?'}`).join(' | ');
    default:
      return answer.kind;
  }
};

describe('questions as they are typed on a phone', () => {
  it.each([
    ['第二块讲的啥', '§二、'],
    ['弟三部份', '§三、'],
    ['最后一块', '§六、'],
    ['问题那部分', '§五、'],
    ['都存在那些问题', '§五、'],
    ['明年咋干', '§六、'],
    ['廉政那块咋写的', '§四、'],
    ['问题和打算分别是啥', '§五、 §六、'],
    ['第一和第三部分', '§一、 §三、'],
    ['党建花了多少钱', '#1.86万元'],
    ['发展了几个党员', '#2名'],
    ['党员有多少', '#19名'],
    ['门诊看了多少人', '#41260人次'],
    ['门诊比去年增加多少', '#3120人次'],
    ['药占比降到多少了', '#38.6% #33.1%'],
    ['发热门诊多大', '#420平方米'],
    ['查了几起红包', '#1起'],
    ['学习几次，党课几次', '#22次 & #4次'],
    ['家属有没有说', '¶四、'],
    [
      '问题都咋解决',
      '学习不够系统 → 坚持每周集中学习半天 | 药品库存周转天数偏高 → 推行药品库存动态预警，周转天数压到30天以内',
    ],
    ['药品库存的问题怎么解决', '药品库存周转天数偏高 → 推行药品库存动态预警，周转天数压到30天以内'],
    ['一句话说说讲了啥', 'summary'],
    ['写了几块内容', 'contents'],
    ['这人啥职务', 'author'],
    ['跟上次比改了啥', 'changes'],
    ['还有哪些没写', 'gaps'],
    ['前两部分讲了啥', '§一、 §二、'],
    ['二部分的第二条', '§二、（二）'],
    ['问题有哪几条', '§五、'],
    ['第二部分里门诊看了多少', '#41260人次'],
    [
      '问题跟措施对得上吗',
      '学习不够系统 → 坚持每周集中学习半天 | 药品库存周转天数偏高 → 推行药品库存动态预警，周转天数压到30天以内',
    ],
    ['巡察反馈问题改了没', 'absent'],
    ['整改措施有哪些', '§六、'],
    ['院长叫什么名字', 'author'],
    ['今晚吃啥', 'absent'],
    ['工资涨了没', 'unclear'],
  ])('%s: %s', (question, expected) => {
    expect(told(answerQuestion(question, { text, result }))).toBe(expected);
  });

  it('are told what the report lacks, with the reason', () => {
    const answer = answerQuestion('还缺什么', { text, result });
    expect(answer).toEqual({ kind: 'gaps', missing: result.missing, blanks: [] });
    expect(result.missing.map(({ part }) => part)).toContain('personal-matters');
  });
});
