import { parseQuestion } from '../../report/summary/answering/question.ts';
import type { CommandMeta } from './command.ts';

/** Words of courtesy and of handing in: around a command's name they change nothing. */
const talk =
  /麻烦|帮忙|帮我|给我|告诉我?|我[要想]|请问|请|谢谢|辛苦|各位|大家|同志们?|老师|机器人|催稿|可不可以|可以吗?|能不能|能否|行[吗不]?|好[吗的]?|一下子?|下(?!一步|阶段)|看一?看|查一?查|查看|发出?|交来?|提交|上交|收到?|现在|目前|马上|立[即刻]|尽快|快点?|先|再|重新|刚[才刚]|上次|之前|最[新近后]|昨天|今天|这[份个篇次项]|那[份个篇次项]|[一上]?[份个篇次项]|报告|材料|文件|稿子?|初稿|总结|述[职责廉]+|收集|收稿|收交|台账|名单|名字|人员?|情况|进度|进展|结果|所有|全部|全员|全体|本[群人]|群里|年度|我们?|您|你们?|他们?|她们?|本|的|地|了|过|吧|呢|吗|啊|呀|哦|哈|嘛|啦|还|没有?|有|都|就|也|又|要|需要|想|和|与|在|到|把|给|让|是|不|谁|哪[些位个]人?|多少人|多少$|几个?人|一?遍|怎么样|怎样|咋样|如何|什么|[\s\d\p{P}\p{S}]/gu;

/** How something is done, asked of the bot itself. */
const howTo = /^(?:要|该|应该|是)?(?:怎么|如何|咋)(?:办|弄|用|操作|设置|做|发|写)?(?:理|法)?(?:呀|呢|啊|的)?[?]?$/u;

const asking =
  /[?？]|什么|哪|怎么|怎样|多少|几(?=\p{Script=Han})|如何|是否|是不是|有没有|吗|呢|[讲写说]了|提到|概括|归纳|介绍/u;

/** Words that can only be about what a report says. */
const aboutText = (words: string): boolean => {
  const question = parseQuestion(words);
  if (question.ask === 'author') return false;
  return question.ask !== 'named' || question.roles.length > 0 || /[讲写说提]了?(?:些|到)?(?:什么|哪|啥)/u.test(words);
};

/** The characters left when courtesy and the words of handing in are taken away. */
const substance = (words: string): number => [...words.replace(talk, '')].length;

const separated = /^[\s,:;.!?、@]/u;
const mention = /@\S/u;

/** Words that only begin like a command: 什么时候交付, 说明会, 检查组. */
const longerWords = /^(?:.*交[付通流替接代易警界换往谈]|说明[书会文]|检查[组站点员])/u;

/** Whether the name of a command ends in the middle of another word. */
export const endsInside = (name: string, rest: string): boolean =>
  longerWords.test(`${name}${rest.slice(0, 1)}`) && !longerWords.test(name);

/**
 * Whether the words behind a command's name leave it a command. They make it a question about a report when they ask for
 * what a text says (终稿|里的问题有哪些), or go on with another subject (进度|安排讲了什么, 导出|口径是多少); and where the name only begins
 * a longer word (检查|组反馈意见) it was never one. `rest` is in NFKC.
 */
export const staysCommand = ({ takes, own }: CommandMeta, rest: string): boolean => {
  const words = rest.replace(/[?!。.~\s]+$/u, '');
  if (words === '' || howTo.test(words) || own?.test(words.replace(/^[\s,:;、]+/u, '')) === true) return true;
  if (takes === 'people' && mention.test(words)) return true;
  const foreign = substance(words) >= 2;
  if (asking.test(rest) || aboutText(words)) return !(foreign || aboutText(words));
  if (takes !== 'nothing') return true;
  // Set off by a mark it is the command's all the same, if only to be told so.
  return separated.test(rest) || !foreign;
};

const courtesy =
  /^(?:请问|请|麻烦|帮忙|帮我|帮大家|给我|告诉我|我[要想]|我们[要想]|能不能|可不可以|可以|能否|现在|目前|马上|立[即刻]|还有|还|先|再|把|将|这[份个篇稿]|那[份个篇稿]|上面|我的|我|最[新后]|那么?|好的?|老师|你好|您好|各位|大家|看一?看|看一?下|看下|查一?查|查一?下|查下|查看|问一?下|一下|想知道|知道|看|查|发|[\s,:;.!?、。~])*$/u;
/** A report or a collection spoken of before the command: 述职报告什么时候截止, 《年度总结》进度, 把2025年度的截止改到. */
const spokenOf =
  /^(?:《[^》]{1,60}》|[把将]?(?:20)?\d{2}年度的?那?[项个份次]?|[^,.。;?!、@]{0,24}(?:报告|总结|材料|述职|收集|收稿))(?:的|现在|目前|还|到底|[\s,:])*$/u;

/** Whether a command's name may follow these words: courtesy, or what it is about. */
export const mayComeBefore = (words: string): 'courtesy' | 'subject' | null =>
  courtesy.test(words) ? 'courtesy' : spokenOf.test(words) ? 'subject' : null;
