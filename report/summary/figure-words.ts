/** Words in front of what is counted that are no part of it. */
const leading =
  /^(?:[一二三四五六七八九十]{1,2}[是要、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|其中|全[市区县镇乡村校院局](?:现有|共有|现|共)(?=\p{Script=Han}{2})|共计|总计|合计|累计|全年|今年|本年|年内|按照?(?![时期月季年揭需摩])|不低于|不少于|先后|已经?|均|也|还|并(?!举|网|购)|共(?!产|青|建|享|同|性|识)|有|同时|分别|目前|截[至止]到?(?:目前|当前|今[年日]|20\d{2}年|年[底末]|\d{1,2}[月日](?:份|底|末|[上中下]旬)?|[底末份])*|20\d{2}年(?:底|末|全年|以来)?|另有?|又|再|真正|每年|现有|把|将(?!军)|使(?!用|命)|给予?|让|约(?![谈束定会见])|近(?!平))+/u;
/** Words between what is counted and its figure. */
const trailing =
  /(?:按照?|迈[上入过]|站上|跃上|年均|平均[花达为]?|保持在|稳定在|控制在|维持在|压缩?到|控制到|持续|不低于|不少于|不超过|不高于|不多于|不大于|不足|不到|低于|高于|多于|少于|力争|争取|确保|达到|(?<![传送表转抵])达|突破|超过|超额|(?<!赶)超|完成|实现|只有|仅有|仅|只|(?<![国所拥享没占持具])有|累计|总计|合计|增长|(?<![签节公违预履合条])约为?|(?<!附)近|(?<![行作成])为|(?<!但|还|总|于)是|共|(?<!甚)至|(?<![报签收接找遇])到|(?<!存|现|实)在|(?<![侵抢强独])占|分别|(?<!人|平)均|逾|将|把|(?<![结核比应面针])对|(?<!均)等|的|了|各|大概|大约|(?<!参)与|(?<![饱总调])和)+$/u;
/** A list of examples before what is counted: 围绕粮食安全、安全生产等重点. */
const examples = /^[^等]{3,30}等(?:重点|方面|领域|工作|环节|内容|多个)?(?=[\p{Script=Han}]{4,})/u;

/** 预计2022年, 每季度至少: how and when, nothing that is counted. */
const onlyHow = /^(?:我们?|本人|预计|计划|力争|坚持|至少|每[月季年周天]度?|20\d{2}年[底末]?)+$/u;

/** What is counted, out of the words before a figure. */
export const countedIn = (words: string): string => {
  const bare = words.replace(/^\*+/u, '').replace(leading, '').replace(trailing, '');
  if (onlyHow.test(bare)) return '';
  return bare.length > 12 ? bare.replace(examples, '') : bare;
};

const longest = 24;

/** Without loose marks, at most 24 characters, cut at a word's edge where one can be told; null when nothing is left. */
export const shortened = (words: string): string | null => {
  const opened =
    words.startsWith('“') && words.includes('”') ? words : words.replace(/^(?:[“”‘’、，和与的]|及(?![格时]))+/u, '');
  const plain = opened.replace(/\*\*/gu, '').replace(/[“‘、，]+$/u, '');
  if (plain.length < 2) return null;
  if (plain.length <= longest) return plain;
  // Never begins inside a number.
  const cut = plain.slice(-longest);
  const tail = /\d/u.test(plain[plain.length - longest - 1] ?? '') ? cut.replace(/^[\d.,]+/u, '') : cut;
  const edge = /^[^的、]{0,12}[的、](?=.{6,})/u.exec(tail)?.[0].length ?? 0;
  return tail.slice(edge);
};

/** Verbs that begin what is told of the counted. */
const verbs =
  '发展[成为]|培养[成为]|转[化变]?为|逐[一个]|(?<![报推选派输])送(?![餐医])|中(?=[持有的仅只已获占])|享受|新增|纳入|有关|涉及|参加|参训|参与|开展|进行|深入|被|得到|获得|获|取得|实现|提高|增加|发放|受到|到(?![位访岗户])|均(?!衡)|全部|已(?![婚故])|并|次(?![干生级品])|用于|覆盖|同时|以及|其中|比(?![赛例对])|较|来自|分布|帮助|解决|为(?![民期])|签订|签署|建立|种植|用作|超过|达到|达|占(?![地道])|(?<!公)共(?![青产同享建性富])|合计|总计|投入|完成|通过|仍|处于|在(?![职校岗建册编线读研培外村])|作了|作为|因(?![病残灾])|由|向|按|对(?![口接象外标])|从(?![业事])|需(?![求要])|未(?!成年|婚|来|就业)|与(?!会)|正(?![式高副规职常])|目前|也|都(?!市)|同比|成绩|办理|采用|落实|组成|不';
const predicate = new RegExp(`^(?:[^，。；、：“”（）《》()]*?)(?=${verbs}|[和与及的](?=\\d))`, 'u');
const startsAsVerb = new RegExp(`^(?:${verbs}|[将把使给至]|的|以上|以下|左右|和|与|及(?!格)|，|之)`, 'u');
const saysVerb = /参加|在外|获|受|从事|负责|承担|通过|用于|需要|存在|没有|不|未|来自/u;

/** 迈上190亿元新台阶 counts no 新台阶. */
const milestone = /^(?:新?台阶|大关|关口|新高)/u;

const longestNoun = 16;

/** At most 16 characters, never ending inside a number. */
export const headOf = (words: string): string =>
  words.length <= longestNoun ? words : words.slice(0, longestNoun).replace(/\d[\d.,]*$/u, '');

/** The noun behind a figure (30条办实事线索), up to what is told of it; empty when there is none. */
export const nounIn = (words: string): string => {
  const clause = words.split(/\d/u)[0] ?? '';
  const named = /^(?!次|均|已|的)[^的]{2,10}的(?![只仅共有为是占达])[\p{Script=Han}]{2,6}(?<![看来说中上下里])$/u.test(
    clause,
  );
  if (named && !saysVerb.test(clause) && !/进行|开展|得到|实现/u.test(clause)) return clause;
  const attribute = /^([^的]{2,14})的([\p{Script=Han}]{2,8})/u.exec(clause);
  if (attribute !== null && saysVerb.test(attribute[1] ?? '')) return nounIn(attribute[2] ?? '');
  if (startsAsVerb.test(clause) || milestone.test(clause)) return '';
  const noun = predicate.exec(clause)?.[0] ?? clause;
  return headOf(noun).replace(/(?<=.{2})(?:(?<![线网以])上|等|中(?:还?有)?|还有|分别[于在])$/u, '');
};
