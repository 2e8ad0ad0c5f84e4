import { parseQuestion } from '../../report/summary/answering/question.ts';
import { asMeant } from '../../report/summary/answering/spoken.ts';

/**
 * What words to the bot ask about: a report, all reports of the chat, or perhaps a report (words that name something
 * and do not ask); null for anything else.
 */
export type AskedAbout = 'report' | 'all-reports' | 'perhaps-a-report' | null;

const everybody =
  /(?:大家|各位|所有人|全体(?:成员|人员|同志)|每个人|各人)(?:交)?的?(?:报告|材料|稿子|总结|问题|数字|情况)|(?:所有|全部|各份|每份)的?(?:报告|材料)|共同的?(?:问题|不足|短板)|^汇总(?:一下|表)?$|^汇总.{0,4}(?:报告|材料)/u;
const asking = /[?？吗呢]|什么|哪|怎么|多少|几[^乎]|如何|是否|有没有|是谁|讲|概括|总结|介绍|内容|情况|方面|部分/u;

const longest = 80;
const callsForReports = /请.*(?:提交|上交|报送|上报|交来|发来|发到群)|[日号]前|截止时间(?![内前后])|务必/u;

export const recogniseQuestion = (words: string): AskedAbout => {
  const plain = asMeant(words.replace(/\s/gu, ''));
  // A notice that calls for reports is no question about one.
  if (plain === '' || plain.length > longest || words.trim().includes('\n') || callsForReports.test(plain)) return null;
  if (everybody.test(plain)) return 'all-reports';
  const question = parseQuestion(plain);
  if (question.ask !== 'named' || question.roles.length > 0 || question.amount || asking.test(plain)) return 'report';
  return [...plain].length >= 3 ? 'perhaps-a-report' : null;
};
