import type { PartId } from '../../../core/report-structure.ts';
import { arabicNumber, chineseNumber } from '../../structure/numerals.ts';
import { asMeant } from './spoken.ts';
import { namedIn } from './words.ts';

/** One step of a section's address: the second part, 三、, （二）, the third point; negative counts from the end. */
export interface Step {
  /** part: 第二部分 counts top-level sections · number: 三、 or （二） as written · point: 第三点 counts below the last step. */
  readonly by: 'part' | 'number' | 'point';
  readonly ordinal: number;
  readonly style: '一、' | '（一）' | null;
}

export type Question =
  | { readonly ask: 'changes' }
  | { readonly ask: 'contents' }
  | { readonly ask: 'summary' }
  | {
      readonly ask: 'figures';
      readonly only: 'blank' | 'all';
      readonly steps: readonly Step[];
      readonly roles: readonly PartId[];
      readonly words: string;
    }
  | {
      readonly ask: 'section';
      readonly steps: readonly Step[];
      readonly roles: readonly PartId[];
      readonly words: string;
      readonly amount: boolean;
    }
  | { readonly ask: 'author' }
  /** How problems are to be solved, all or those that the words name. */
  | { readonly ask: 'pairs'; readonly words: string; readonly roles: readonly PartId[] }
  /** What the report lacks: parts and numbers. */
  | { readonly ask: 'gaps' }
  | { readonly ask: 'named'; readonly words: string; readonly amount: boolean; readonly roles: readonly PartId[] };

const changes =
  /(?:上一?|前一?|旧|老)(?:稿|版|个?版本|次).{0,8}(?:不同|不一样|区别|变|改|差|比|对照|多了|少了)|(?:改|修改|变|更新|新增|删)了?(?:些)?(?:什么|哪些|哪里|哪儿|啥)|(?:什么|哪些|哪里|啥)(?:地方)?(?:有)?(?:变化|改动|修改|不同|不一样)|[两][稿版]|[和跟与](?:上次|之前|原来)/u;
const contents =
  /目录|大纲|提纲|框架|(?:文章|报告|全文)?结构|(?:分|有|写|包括|包含)了?(?:几|哪几|哪些|多少)个?(?:大)?(?:部分|章节?|节|块|标题)|(?:几|哪几|哪些)个?大?部分(?!.{0,3}第)|(?:有哪些|列出).{0,4}标题|小标题/u;
const blanks =
  /(?:空|缺|漏|没|未|忘)(?:着|了)?(?:填|写)?(?:的|了)?(?:数字|数据|数)|(?:数字|数据|数)(?:没|未|空|漏|忘)|哪些?(?:地方)?(?:没填|空着|漏填|忘了填)/u;
const gaps =
  /(?:还有?|有)?(?:哪|什么)(?!.{0,2}人)[^，多少]{0,6}(?:没写|没有写|没提|没讲|没说|没有说|遗漏|漏掉|漏了|漏的|缺失|缺的|缺$|要补|该补|得补|不全|少了|没写全)|(?:还|又|都)?(?:缺|漏|差|少)(?:了|着|掉)?(?:哪|什么)|(?:还|没|要|得)(?:补充?|完善)(?:哪|什么)|写(?:得|的)?(?:全不全|全(?:了)?吗|完整吗|齐了?吗)|没写全|齐不齐|齐全吗|缺项|(?:没写|没有写)的(?:部分|内容|还)?有?/u;
const pairs =
  /(?:问题|不足|短板|差距).{0,8}(?:(?:怎么|如何)(?:样?解决|整改|改进?$|办|补|破|应对)|对应|对得上|没有?(?:措施|打算|办法|对策))|.{2}(?:怎么|如何)(?:解决|整改|应对)$|(?:对应|针对).{0,6}(?:问题|不足).{0,6}(?:措施|打算)/u;
const figures =
  /(?:哪些|什么|几个|所有|全部|关键|主要|重要|都有|列出|有)(?:的)?(?:关键|主要|重要)?(?:数字|数据|指标)|(?:数字|数据|指标)(?:有哪些|清单|汇总|列表|有什么|都有|是什么|是多少|$)/u;
const summary =
  /全文|整[篇份个体]|通篇|摘要|概要|概述|大意|中心(?:思想|内容)|(?:总结|概括|归纳|介绍|说说|讲讲)(?:一?下)?(?:这[份篇个]?)?(?:报告|文章|材料|内容)?$|(?:这[份篇]|报告|文章|材料|主要|大概|大致)(?:主要|大概|都)?(?:内容|讲|说|写|谈)(?:了|的)?(?:是)?(?:些)?(?:什么|啥|哪些)?(?:内容)?$|^(?:都|主要)?(?:讲|说|写)了?(?:些)?(?:什么|啥)/u;
const author =
  /谁(?:写|的(?:报告|材料|总结|述职|稿子?|文章|那份)?$|交)|[他她](?:是)?(?:干|做|教|管|负责)什么|(?:这|那)(?:个)?人(?:是)?(?:谁|什么|干)|(?:^|是)谁$|^谁$|哪个(?:单位|人|部门|局)|什么(?:职务|岗位|身份|单位)|(?:作者|述职人|报告人)(?:是|叫)?(?:谁|什么|哪)?|叫什么(?:名字)?$|名字$|落款|署名|(?:哪一?天|什么时候|何时)(?:写|交|成文)|成文日期|(?:姓名|职务|职位)(?:是|叫)?(?:什么|哪)?$|(?:分管|负责)(?:了|的)?(?:什么|哪)|哪一?个?年度?(?:的)?$/u;
const amount =
  /多少|(?<![哪好])几(?![乎点号月年稿部块章大方处时])\p{Script=Han}|(?:率|比例|占比|比重|金额|数额|总额|数量|次数|人数|资金|费用|满意度|规模)(?:是|为|达|有)?(?:多少|几|什么)?[？?]?$|(?<![同环对相])比$|百分之几|多[大久长远重宽高](?![家类小])/u;
/** What was to be put right after an earlier review, and became of it; not the measures of this report. */
const rectified =
  /(?:上一?年度?|去年|上一?次|巡察|巡视|点评|评议|反馈)[^，]{0,10}(?:整改|改[了没得好掉]|问题|意见)|整改(?:落实)?(?:得)?(?:情况|怎么样|到位|完成|[了好没])|问题整改/u;

const roleWords: readonly { readonly words: RegExp; readonly roles: readonly PartId[] }[] = [
  { words: /原因|根源|为什么会/u, roles: ['causes'] },
  { words: /问题|不足|短板|差距|缺点|薄弱|困难(?!群众|人员|家庭|职工|学生|党员|户)|挑战/u, roles: ['problems'] },
  {
    words:
      /打算|计划|下一?步|措施|努力方向|今后|改进(?:措施|方向|思路)|明年|来年|下一?年|新一年|整改|(?:今年|20\d{2}年)[^，]{0,4}目标|(?:工作|个人|今后|以后|未来)的?(?:规划|思路|设想)|以后/u,
    roles: ['plans'],
  },
  { words: /个人(?:有关)?事项|家属|亲属|身边(?:工作)?人员/u, roles: ['personal-matters'] },
  { words: /一岗双责/u, roles: ['dual-duty'] },
  { words: /意识形态/u, roles: ['ideology'] },
  { words: /民主集中制|班子(?:团结|建设)/u, roles: ['democratic-centralism'] },
  { words: /管党治党|从严治党|主体责任/u, roles: ['party-governance'] },
  { words: /廉洁|自律|廉政纪律/u, roles: ['self-discipline', 'clean-governance'] },
  { words: /廉政|反腐|党风|作风/u, roles: ['clean-governance', 'self-discipline'] },
  { words: /政治(?:素质|学习|建设|表现|能力)|理论学习|思想(?:政治|建设)/u, roles: ['study-politics'] },
  {
    words:
      /履职|履行职责|(?:工作|主要|取得)(?:的)?(?:成绩|成效|实绩|做法|亮点)|做完?了(?:什么|哪些)(?:工作)?|干了(?:什么|哪些)/u,
    roles: ['duties'],
  },
];

/** What is asked, by the first kind of question whose words fit; sections by number come before everything but changes. */
export const parseQuestion = (asked: string): Question => {
  const words = plain(asked);
  const steps = stepsIn(words);
  const roles = rolesIn(words);
  if (changes.test(words) && !/第[一二三四五六七八九十\d]+(?:大?部分|章|节|点)/u.test(words)) return { ask: 'changes' };
  if (blanks.test(words)) return { ask: 'figures', only: 'blank', steps, roles, words };
  if (pairs.test(words) && steps.length === 0 && !amount.test(words)) return { ask: 'pairs', words, roles };
  if (gaps.test(words) && steps.length === 0) return { ask: 'gaps' };
  if (figures.test(words)) return { ask: 'figures', only: 'all', steps, roles, words };
  if (steps.length > 0 && !(amount.test(words) && steps.every((step) => step.by === 'point'))) {
    return { ask: 'section', steps, roles, words: words.replace(step, ''), amount: amount.test(words) };
  }
  if (contents.test(words)) return { ask: 'contents' };
  if (author.test(words) && roles.length === 0 && !amount.test(words)) return { ask: 'author' };
  if (asksForAll(words) && roles.length === 0) return { ask: 'summary' };
  return { ask: 'named', words, amount: amount.test(words), roles };
};

/** The whole is meant: 全文摘要, 讲了什么; not 阵地管理讲讲. */
const asksForAll = (words: string): boolean => {
  if (/全文|整[篇份个体]|通篇|摘要|概要|大意|中心(?:思想|内容)/u.test(words)) return true;
  const named = namedIn(words).replace(/总结|概括|概述|归纳|主要|大概|大致|\s/gu, '');
  if (summary.test(words)) return named.length < 2 || /[讲说写谈](?:了|的)?(?:是)?些?什么|内容/u.test(words);
  return named === '' && /[讲说写]|总结|介绍|概括/u.test(words);
};

/** Without mentions, white space, full-width digits and marks at the end. */
const plain = (asked: string): string =>
  asMeant(
    asked
      .slice(0, 200)
      .replace(/@\S+/gu, '')
      .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
      .replace(/[\s\u3000]/gu, '')
      .replace(/[？?。！!~～]+$/gu, ''),
  ).replace(/(?<=.)[呀哈哦喔嘞]+$/gu, '');

const digits = '[一二三四五六七八九十\\d]{1,3}';
const step = new RegExp(
  `(倒数)?第(${digits})个?(大?部分|大?点|章|节|大?块|方面|条|项|段|个?问题|小点|小节)|(最后)一?个?(大?部分|点|章|节|条|段|大?块|方面)|[（(](${digits})[）)]|(${digits})、|([一二三四五六七八九十]{1,2})是|([一二三四五六七八九十]{1,2})(?=[（(]${digits}[）)])|^([一二三四五六七八九十]{1,2})部分`,
  'gu',
);

const stepsIn = (words: string): Step[] => {
  const steps: Step[] = [];
  for (const found of words.matchAll(step)) {
    const written = found[2] ?? found[6] ?? found[7] ?? found[8] ?? found[9] ?? found[10];
    const value = found[4] !== undefined ? -1 : (chineseNumber(written ?? '') ?? arabicNumber(written ?? ''));
    if (value === null || value === 0) continue;
    const ordinal = found[1] !== undefined ? -value : value;
    const unit = found[3] ?? found[5];
    if (found[6] !== undefined) steps.push({ by: 'number', ordinal, style: '（一）' });
    else if (found[7] !== undefined || found[9] !== undefined) steps.push({ by: 'number', ordinal, style: '一、' });
    else if (found[8] !== undefined) steps.push({ by: 'point', ordinal, style: null });
    else if ((found[10] !== undefined || /部分|章|块/u.test(unit ?? '')) && steps.length === 0)
      steps.push({ by: 'part', ordinal, style: null });
    else steps.push({ by: 'point', ordinal, style: null });
  }
  return steps;
};

const rolesIn = (words: string): PartId[] => {
  if (rectified.test(words)) return ['last-year-rectification'];
  return [...new Set(roleWords.filter((entry) => entry.words.test(words)).flatMap((entry) => entry.roles))];
};
