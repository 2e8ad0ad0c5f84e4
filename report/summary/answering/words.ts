/** Words of questions that ask and do not name anything. */
const asking =
  /请问一?下?|请问|提[到及]|[讲说写]到|涉及|谁(?:负责|来)?|年度|全年|麻烦|帮我|帮忙|给我|告诉我|我想(?:知道|问|看)?看?|能不能|可以|总结一下|概括一下|介绍一下|简单(?:说说|介绍)|说说|讲讲|看看|列(?:出|一下)|查一?下|一下|一共|总共|共计|到底|究竟|具体|主要|分别|有没有(?:[写讲说谈]到?)?|是不是|是否|是什么意思|什么意思|那一?[点段条个块节项]|这一?[点段条个块节项]|一(?:句|两句)话|怎么(?:样|说|写|做|讲)?的?|如何|什么样|为什么|哪(?:些|个|几|里|方面)?|什么|啥|(?:几|多少)个?人(?!家|次|群)|多[大久长远重宽高](?![家类小])|多少(?:公里|[次个条项家名件篇期份场人户批位钱栋盏架台亩辆册套处座间节页])?|几(?:场次|波次|人次|公里|[次个条项家名件篇期份场人户批位栋盏架台亩辆册套处座间节页])?|百分之几|[搞弄干](?:了|得|的)?|(?:还|都|又|再)(?=有|剩|要|是|$)|(?:讲|说|写|提|谈|做完?|包括|包含|办|开|抓|发|花|管|收|用|降)(?:了|得)?(?=$|\s|什么|哪|多少|几|吗|呢|些|怎)|(?<=[\p{Script=Han}])(?:了|得)(?=几|多少)|内容|情况|部分|方面|章节|报告|材料|文章|文中|文里|这份|这篇|里面|里边|以及|(?<=\p{Script=Han})中(?=$|\s|[的有没提写讲说])|他们?|她们?|[里吗呢吧啊呀的了是有在和与及跟、都]|关于|对于|达到?|方面/gu;
const partWords =
  /存在|突出|不足|问题|短板|差距|缺点|薄弱|环节|打算|计划|下一?步|下一?阶段|措施|努力|方向|今后|改进|明年|整改|原因|根源|分析|工作|反思|查摆|20\d{2}年?|地方|之处|安排|思路|举措|规划|困难|挑战|来年|今年|新一年|下一?年|以后|目标(?:任务)?/gu;

/** What a question names, without the words that only ask. */
export const namedIn = (question: string): string => question.replace(asking, ' ').replace(/\s+/gu, ' ').trim();

/** What is left of it when the names of parts (问题, 下一步) are taken out too. */
export const namedBeside = (question: string): string => namedIn(question.replace(partWords, ' '));

/** Single characters that hold no meaning of their own. */
const empty = /[的了是有在和与及对为以个年月日中上下大小不也就到使]/u;

/** Weighted grams of what a question names: pairs of characters count double, single characters once. */
export type Wanted = ReadonlyMap<string, number>;

export const wantedIn = (named: string): Wanted => {
  const wanted = new Map<string, number>();
  for (const run of bare(named).split(/[^\p{Script=Han}\p{L}\d.]+/u)) {
    const characters = [...run];
    characters.forEach((character, at) => {
      if (!empty.test(character)) wanted.set(character, 1);
      const next = characters[at + 1];
      if (next !== undefined) wanted.set(character + next, 2);
    });
  }
  return wanted;
};

/** Words as they are compared: without quotation marks and white space. */
export const bare = (words: string): string => words.replace(/[“”‘’"\t\n\u3000]/gu, '');

/** Share of what is wanted that stands in `words` (already bare), 0 to 1. */
export const coverage = (wanted: Wanted, words: string, rarity: (gram: string) => number = () => 1): number => {
  let all = 0;
  let found = 0;
  for (const [gram, weight] of wanted) {
    const weighs = weight * rarity(gram);
    all += weighs;
    if (words.includes(gram)) found += weighs;
  }
  return all === 0 ? 0 : found / all;
};

/**
 * Weights by rarity among the candidates: a gram that stands in all of them tells none apart. `strict`: one that stands
 * in none weighs as much as one that stands in a single one.
 */
export const rarityIn = (candidates: readonly string[], strict = false): ((gram: string) => number) => {
  const known = new Map<string, number>();
  return (gram) => {
    const count = known.get(gram);
    if (count !== undefined) return count;
    const holding = candidates.filter((words) => words.includes(gram)).length;
    const absent = strict ? Math.max(1.2, 0.7 * Math.log(1 + candidates.length / 2)) : 1.2;
    const weight = holding === 0 ? absent : Math.log(1 + candidates.length / (1 + holding));
    known.set(gram, weight);
    return weight;
  };
};
