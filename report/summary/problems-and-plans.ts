import type { Span } from '../../core/span.ts';
import { cleanWords } from '../structure/lines.ts';
import { clausesOf, itemsOf, type Piece } from './clauses.ts';
import type { Passage, Point } from './passage.ts';

const mostItems = 8;
const longestItem = 60;

/** Words that only announce what follows: 在肯定成绩的同时，我们也清醒地看到，还存在以下不足. */
const leadClause =
  /肯定|成绩|清醒|认识到|看到|^同时$|^但(?:是|也)?$|各位|对照.{0,20}(?:要求|期待)|^(?:我们|我|也|还)?.{0,6}(?:面临|存在)(?:着|有)?.{0,8}(?:问题|挑战|困难|不足|差距|短板)$|采取.{0,6}措施|(?:一些|不少|许多|以下|如下|几个?|这些)(?:方面|困难|问题|不足|工作|差距)|爬坡过坎|虽然?取得|回顾|^(?:面对|对照|对标)|^(?!.*(?:领域|、))[^，]{0,16}(?:存在|面临|有)(?:着|的)?.{0,6}(?:一些|不少|许多|的)?(?:矛盾|困难|问题|不足|差距|挑战)(?:(?:和|与|、)(?:矛盾|困难|问题|不足|差距|挑战))*$/u;
const announcement =
  /加以解决|针对.{0,16}(?:问题|不足)|^(?:对此|为此|对于这些|究其|分析(?:原因|起来)|产生.{0,8}原因|(?:主要)?原因)/u;
const settled =
  /(?<!没|没有|未|尚未|未能|难以|没有根本|未根本|有待)(?:解决|整治|破解|克服|扭转|纠治|改变)(?!不|得不|还|尚|力)|^(?:我们)?(?:一定|必须|将|要)/u;
export const shortfall =
  /不足|不够|不深|不高|不硬|不强|不多|不实|不细|不到位|不充分|不平衡|不及时|不全面|不严|不紧|不畅|不熟|不愿|不敢|不善|不会|不稳|不优|不大|缺乏|缺少|薄弱|滞后|差距|短板|欠缺|不扎实|有待|还需|尚需|仍需|压力|困难|问题|风险|挑战|制约|偏|弱|少|慢|窄|单一|老化|简单|脱节|两张皮|反弹|流失|下滑|依赖|漏|不均|不协调|任重道远|瓶颈|堵点|堵|隐患/u;

/** Opening words of a plan. */
export const resolve =
  /^(?:进一步|继续|加强|深入|自觉|强化|加大|着力|坚持|提高|抓好|努力|扎实|严格|不断|推进|完善|做好|持续|大力|积极)(?!.{0,12}(?:不够|不足|不强|不深|滞后|欠缺))/u;
const intends =
  /将(?![军领士])|拟|要(?![求素点闻])|计划|力争|争取|确保|打算|准备|定于|安排|努力|进一步|继续|推动|推进|加强|建立|完善|开展|落实|提升|提高|强化|优化|做好|抓好|修订|健全|深化|组织|举办|参加|每[周月季年]|不少于/u;
const toldNotPlanned = /^(?:目前|会议)|尚未|不宜|不代表|属于|已(?:召开|完成)/u;
/** 下一步，支部将: who means to do something, before what. */
const planLead =
  /^(?:(?:在)?(?:下一?步|下一阶段|今后|接下来|明年|来年|新的一年|20\d{2}年)(?:的?工作中?)?[，,]?)?(?:\p{Script=Han}{2,6}(?=将)|我们?|本人|支部|党支部|党委|全局|我[局院校镇村])?(?:将(?![军领士])|要(?![求素点])|打算|计划)?(?:重点|着重|主要)?(?:是|做好以下[^：]{0,8}：|从以下[^：]{0,12}：)?/u;

/** Problems or plans told without headings: list items, else the clauses that name a shortfall. */
export const listed = (text: string, passage: Passage, until: number, kind: 'problem' | 'plan'): Point[] => {
  const items = itemsOf(text, { start: passage.bodyStart, end: until });
  const points = kind === 'problem' ? problemsIn(text, items) : plansIn(text, items);
  return points.slice(0, mostItems);
};

const problemsIn = (text: string, items: readonly Piece[]): Point[] => {
  const points: Point[] = [];
  for (const item of items) {
    const start = afterLead(text, behindColon(item));
    if (start === null) continue;
    const words = text.slice(start, item.end);
    if (words.length < 4 || announcement.test(words)) continue;
    if (words.length <= longestItem && settled.test(words)) continue;
    const enumerated = standsInList(text, item);
    if (!enumerated && !shortfall.test(words)) continue;
    if (words.length <= longestItem || enumerated)
      points.push(pointFrom(text, { start, end: item.end, text: words }, 'problem'));
    else points.push(...shortfallsIn(text, { start, end: item.end }));
  }
  return points;
};

/** A long sentence tells its problems clause by clause. */
const shortfallsIn = (text: string, span: Span): Point[] =>
  clausesOf(text, span)
    .filter(
      ({ text: words }) =>
        words.length >= 6 && shortfall.test(words) && !announcement.test(words) && !settled.test(words),
    )
    .map((clause) => pointFrom(text, clause, 'problem'));

/** An item between semicolons of one sentence. */
const standsInList = (text: string, item: Span): boolean =>
  /[；;]/u.test(text[item.end] ?? '') || /[；;]\s*$/u.test(text.slice(Math.max(0, item.start - 2), item.start));

const plansIn = (text: string, items: readonly Piece[]): Point[] => {
  const told = items.flatMap((item): Piece[] => {
    const { start } = behindColon(item);
    const own = start + (planLead.exec(text.slice(start, item.end))?.[0].length ?? 0);
    const words = text.slice(own, item.end).replace(/^[，,]/u, '');
    const from = item.end - words.length;
    return words.length < 8 || announcement.test(words) ? [] : [{ start: from, end: item.end, text: words }];
  });
  const meant = told.filter(({ text: words }) => intends.test(words) && !toldNotPlanned.test(words));
  return (meant.length > 0 ? meant : told).map((item) => pointFrom(text, item, 'plan'));
};

const behindColon = (item: Piece): Span => {
  const colon = Math.max(item.text.indexOf('：'), item.text.indexOf(':'));
  const start = colon >= 0 && item.text.length - colon > 6 ? item.start + colon + 1 : item.start;
  return { start, end: item.end };
};

/** Where an item's own words begin: behind announcing clauses and 主要是; null when it only announces. */
const afterLead = (text: string, span: Span): number | null => {
  const first = clausesOf(text, span).find((clause) => !leadClause.test(clause.text));
  if (first === undefined) return null;
  return first.start + (/^(?:主要(?:是|有|表现为|体现在)|[一二三四五六七八九]是)/u.exec(first.text)?.[0].length ?? 0);
};

const pointFrom = (text: string, piece: Piece, kind: Point['kind']): Point => {
  const end = piece.text.length <= longestItem ? piece.end : clauseLimit(text, piece);
  return { text: cleanWords(text.slice(piece.start, end)), kind, start: piece.start, end };
};

const clauseLimit = (text: string, piece: Piece): number => {
  const window = text.slice(piece.start, piece.start + longestItem);
  const comma = window.lastIndexOf('，') >= 8 ? window.lastIndexOf('，') : window.lastIndexOf('、');
  return piece.start + (comma >= 8 ? comma : longestItem);
};
