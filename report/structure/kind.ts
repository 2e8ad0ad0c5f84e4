import type { ReportKind } from '../../core/report-kind.ts';
import type { RecognisedKind } from '../../core/report-structure.ts';

export interface KindMatcher {
  /** Whether the words would do as the title of some kind. */
  readonly namesKind: (words: string) => boolean;
  readonly ofTitle: (title: string) => ReportKind | null;
  readonly ofAnnouncement: (sentence: string) => ReportKind | null;
}

/** Titles of texts that are never reports, whatever report they are about. */
const otherDocument =
  /(?:通知|通报|公告|公示|通告|决定|决议|批复|请示|函|纪要|记录|合同|协议书?|办法|规定|规则|细则|条例|制度|方案|预案|意见|简报|新闻稿?|倡议书|申请书?|邀请函|致辞|贺信|感谢信|说明书|清单|名单|日程|议程|须知|讲话(?:稿|提纲)?|主持词|表态发言|点评|演讲稿|心得体会|学习体会|读后感|观后感|简历|事迹材料|先进事迹|承诺书|责任书|倡议|工作计划|工作要点|工作安排|工作打算|规划|纲要|指南|流程|模板|登记表|评价表|测评表|大会|会议|培训班)(?:[（(【〔][^）)】〕]{0,24}[）)】〕]|[”"》])*$/u;
const news = /(?:召开|举行|举办|组织开展|传达学习|听取|部署)[^。]{0,40}(?:会议|大会|述职|评议会|会|活动|仪式|培训)/u;

/** A report by its last word, whatever else the title names. */
const reportAfterAll = /(?:述职|汇报|检查|剖析|发言)(?:材料|提纲|报告)$|总结(?:范文)?[和及暨、与]/u;

const compiled = new WeakMap<readonly ReportKind[], KindMatcher>();

export const kindMatcher = (kinds: readonly ReportKind[]): KindMatcher => {
  const known = compiled.get(kinds);
  if (known !== undefined) return known;
  const ordered = [...kinds]
    .sort((a, b) => b.priority - a.priority)
    .map((kind) => ({
      kind,
      titles: kind.titles.map((pattern) => new RegExp(pattern, 'u')),
      openings: kind.openings.map((pattern) => new RegExp(pattern, 'u')),
    }));
  const matcher: KindMatcher = {
    namesKind: (words) =>
      !isOtherDocument(words) && ordered.some(({ titles }) => titles.some((title) => title.test(words))),
    ofTitle: (title) => ordered.find(({ titles }) => titles.some((pattern) => pattern.test(title)))?.kind ?? null,
    ofAnnouncement: (sentence) =>
      ordered.find(({ openings }) => openings.some((pattern) => pattern.test(sentence)))?.kind ?? null,
  };
  compiled.set(kinds, matcher);
  return matcher;
};

export const isOtherDocument = (title: string): boolean => {
  const plain = title.replace(/[\s\u3000]/gu, '');
  return (otherDocument.test(plain) || news.test(plain)) && !reportAfterAll.test(plain);
};

/** Words with which an author announces the report itself. */
const announcing = /现将|现就|下面|如下|根据|按照|作(?:简要)?(?:汇报|述职|总结)|汇报于后|代表/u;

/**
 * The kind by title, else by the sentence in the opening that announces the report; a text that has lost its title and
 * announces nothing, by the way it begins and its highest headings.
 */
export const recogniseKind = (
  matcher: KindMatcher,
  title: string | null,
  opening: string,
  headings: readonly string[] = [],
): RecognisedKind | null => {
  const plain = title?.replace(/[\s\u3000]/gu, '') ?? null;
  if (plain !== null) {
    if (isOtherDocument(plain)) return null;
    const named = matcher.ofTitle(plain);
    if (named !== null) return { id: named.id, name: named.name, confidence: 0.97 };
  }
  const announced = announcedKind(matcher, opening);
  const likely = plain === null ? untitledKind(opening, headings) : null;
  const guessed = likely === null ? null : matcher.ofTitle(likely);
  // 现将工作情况汇报如下 says least of all: without a title the rest of the text knows better.
  if (announced !== null && (guessed === null || guessed === announced || announced !== matcher.ofTitle(plainSummary)))
    return { id: announced.id, name: announced.name, confidence: plain === null ? 0.85 : 0.7 };
  return guessed === null ? null : { id: guessed.id, name: guessed.name, confidence: 0.6 };
};

/** The kind that a sentence of the opening announces. */
const announcedKind = (matcher: KindMatcher, opening: string): ReportKind | null => {
  for (const sentence of opening.slice(0, 1200).split(/[。！!\n]/u)) {
    if (!announcing.test(sentence) || (/召开|举行|举办/u.test(sentence) && !/现将|如下|下面/u.test(sentence))) continue;
    const announced = matcher.ofAnnouncement(sentence.replace(/[\s\u3000]/gu, ''));
    if (announced !== null) return announced;
  }
  return null;
};

const lookingBack = /工作(?:开展|完成|推进)?(?:的)?(?:情况|总结|回顾|成效|成绩)|主要(?:工作|做法)|重点工作/u;
const lookingAhead = /问题|不足|打算|计划|思路|安排|下一?步|努力方向/u;

const plainSummary = '年度工作总结';
const firstPerson =
  /(?:我|本人)(?:作为|担任|任|现任|叫|始终|认真|坚持|是[^，。]{2,24}(?:书记|长|主任|委员|经理|教师|干部))/u;
/** What a text of a unit is about, by how often its opening and highest headings say so. */
const topics = [
  { words: /意识形态/gu, times: 2, title: '意识形态工作责任制报告' },
  { words: /党风廉政|从严治党|反腐倡廉/gu, times: 2, title: '党风廉政建设责任制报告' },
  { words: /党建|党支部|党组织|党员/gu, times: 3, title: '党建工作总结' },
] as const;

/** What the title of a text without one would say. */
const untitledKind = (opening: string, headings: readonly string[]): string | null => {
  const begins = opening.slice(0, 300).replace(/[\s\u3000]/gu, '');
  const about = [begins, ...headings].join('\n');
  const heads = (pattern: RegExp) => headings.some((heading) => pattern.test(heading));
  if ((headings.length < 2 && !heads(lookingBack)) || /通知|制定本|如下[（(]?(?:方案|办法|意见)/u.test(begins))
    return null;
  if (/调研|调查/u.test(begins) && heads(/问题/u) && heads(/对策|建议/u)) return '调研报告';
  if (!/(?:20[\dXx×*]{2}|[XxＸ×*]{2,4})年|一年来|今年/u.test(about)) return null;
  if (firstPerson.test(begins)) {
    if (heads(/廉洁|廉政/u)) return '述职述廉报告';
    return /党(?:支部|总支|委)书记/u.test(begins) ? '党支部书记抓基层党建工作述职报告' : '述职报告';
  }
  const topic = topics.find(({ words, times }) => (about.match(words)?.length ?? 0) >= times);
  if (topic !== undefined) return topic.title;
  return heads(lookingBack) || heads(lookingAhead) || /总结如下|现总结/u.test(opening) ? plainSummary : null;
};
