import { cleanWords } from '../structure/lines.ts';
import type { Boilerplate } from './boilerplate.ts';
import { clausesOf, type Piece } from './clauses.ts';
import { flatten, type Passage, type Point } from './passage.ts';

const longest = 46;
const charactersPerAction = 700;
const verb =
  /组织|召开|开展|建立|制定|出台|修订|成立|签订|完成|推进|争取|整治|整改|排查|走访|慰问|培训|宣讲|督查|督促|检查|追回|处理|协调|解决|办理|新建|改造|建成|引进|发放|帮扶|调研|获|入选|开通|推行|实施|打造|举办|编制|梳理|压减|发行|下达|化解|落实|研读|学习|参加|签约|执行|管好/u;
/** Clauses that are only half of what they say, or say what was not done. */
const halfSaid =
  /(?:后|前|中|时|以来|过程中|方面|期间|基础上|情况下|下|的)$|^(?:本人|我)(?:系|是|叫)|同志(?:任|具体)|^(?:[一二三四五六]是|其中|才能|随着|只有|包括|例如|比如|以及|及(?!时)|我与|一同|特别是|尤其|\d+ ?及|而|并|也|还|仍|但|虽|在|对于?|由于|因为|为了|通过|根据|按照|结合|使|让|从而|完成.{0,10}的\d)|(?:不能|无法|未(?!成年|来)|不得|尚|不等同|不对|不作|不再|尚未|仍(?:需|有))|是[^，]{0,30}(?:工作|任务|项目|途径|保证|内容)$|(?:人员|党员|职工|干部|队员)\d+[名人]$|要(?![求点素闻])|将(?![军领士])|为基础$|任[^，]{0,10}(?:委员|书记|主任|组长)$|(?:的领导|的加快)$|建立一支/u;

/** One to three things done, the most telling clauses of the passage in their order; `taken`: words of other points. */
export const actionsOf = (
  text: string,
  passage: Passage,
  boilerplate: Boilerplate,
  taken: readonly Point[],
): Point[] => {
  const wanted = Math.max(1, Math.min(3, Math.round((passage.end - passage.bodyStart) / charactersPerAction)));
  const headings = [...flatten(passage.children).map((child) => child.heading), ...taken].sort(
    (a, b) => a.start - b.start,
  );
  let next = 0;
  const scored: { piece: Piece; score: number }[] = [];
  for (const piece of clausesOf(text, { start: passage.bodyStart, end: passage.end })) {
    if (piece.text.length < 8 || piece.text.length > longest || !verb.test(piece.text) || halfSaid.test(piece.text))
      continue;
    while ((headings[next]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) next += 1;
    if ((headings[next]?.start ?? Number.POSITIVE_INFINITY) < piece.end) continue;
    if (/[“（《]/u.test(piece.text) !== /[”）》]/u.test(piece.text)) continue;
    const score = scoreOf(piece.text, boilerplate);
    if (score > 0) scored.push({ piece, score });
  }
  return scored
    .sort((a, b) => b.score - a.score || a.piece.start - b.piece.start)
    .slice(0, wanted)
    .map(({ piece }): Point => ({ text: cleanWords(piece.text), kind: 'action', start: piece.start, end: piece.end }));
};

const scoreOf = (words: string, boilerplate: Boilerplate): number => {
  const figure = /\d/u.test(words) ? 2 : 0;
  const named = /《|“/u.test(words) ? 0.6 : 0;
  const leads = /^(?:先后|带头|组织|召开|开展|建立|制定|成立|签订|与|获|督促|累计|共|创新|推行|举办|完善|认真)/u.test(
    words,
  )
    ? 0.6
    : 0;
  return 1 + figure + named + leads - 2.2 * boilerplate.shareOf(words) - Math.abs(words.length - 22) / 40;
};
