import type { Figure, SummarySection } from '../../core/report-result.ts';
import type { PartId, Section } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import { cleanWords } from '../structure/lines.ts';
import type { Boilerplate } from './boilerplate.ts';
import { clausesOf, itemsOf, type Piece } from './clauses.ts';
import { headlineOf, shortHeadline } from './headline.ts';

type Point = SummarySection['points'][number];

/** What one digest is made of: a section of the outline, an unheaded part, or the words before the first heading. */
export interface Passage extends Span {
  readonly number: string | null;
  readonly title: string;
  readonly roles: readonly PartId[];
  /** Where the running words begin, behind the heading. */
  readonly bodyStart: number;
  readonly children: readonly Section[];
}

const longestAction = 46;
const longestGist = 60;
const charactersPerAction = 700;
const mostPoints = 100;
const actionVerb =
  /组织|召开|开展|建立|制定|出台|修订|成立|签订|完成|推进|争取|整治|整改|排查|走访|慰问|培训|宣讲|督查|督促|检查|追回|处理|协调|解决|办理|新建|改造|建成|引进|发放|帮扶|调研|获|入选|开通|推行|实施|打造|举办|编制|梳理|压减|发行|下达|化解|落实|研读|学习|参加|签约|执行|管好/u;

/** Digest of one passage: headline, gist, child headings, actions, problems or plans. Figures are added by the caller. */
export const digestOf = (
  text: string,
  passage: Passage,
  figures: readonly Figure[],
  boilerplate: Boilerplate,
): SummarySection => {
  const listed = pointsOf(text, passage, boilerplate).slice(0, mostPoints);
  return {
    number: passage.number,
    title: headlineOf(passage.title),
    roles: [...passage.roles],
    gist: gistOf(passage, listed),
    points: listed,
    figures: [...figures],
    start: passage.start,
    end: passage.end,
  };
};

const pointsOf = (text: string, passage: Passage, boilerplate: Boilerplate): Point[] => {
  const problems = passage.roles.includes('problems') || passage.roles.includes('causes');
  const plans = passage.roles.includes('plans');
  const turn = problems && plans ? planTurn(text, passage) : null;
  const headings = flatten(passage.children).map(
    (section): Point => ({
      text: headlineOf(section.title),
      kind: kindOf(section, problems, plans, turn),
      start: section.heading.start,
      end: section.heading.end,
    }),
  );
  const others = problems || plans ? listed(text, passage, headings, turn) : actionsOf(text, passage, boilerplate);
  return [...headings, ...others].sort((a, b) => a.start - b.start);
};

/** Where a section on problems and plans turns from the ones to the others; its end when no words tell. */
const planTurn = (text: string, passage: Passage): number => {
  const found = /针对|下一步|下一阶段|今后|努力方向|改进措施|整改措施|新的一年|明年/u.exec(
    text.slice(passage.bodyStart, passage.end),
  );
  return found === null ? passage.end : passage.bodyStart + found.index;
};

const kindOf = (section: Section, problems: boolean, plans: boolean, turn: number | null): Point['kind'] => {
  if (section.roles.includes('plans')) return 'plan';
  if (section.roles.includes('problems')) return 'problem';
  if (turn !== null) return section.start >= turn || resolve.test(section.title) ? 'plan' : 'problem';
  if (plans) return 'plan';
  return problems ? 'problem' : 'heading';
};

/** Opening words of a plan. */
const resolve =
  /^(?:进一步|继续|加强|深入|自觉|强化|加大|着力|坚持|提高|抓好|努力|扎实|严格|不断|推进|完善|做好|持续|大力|积极)(?!.{0,12}(?:不够|不足|不强|不深|滞后|欠缺))/u;
/** Sentences that announce problems or plans without naming one. */
const announcement =
  /(?:一些|不少|许多|以下|如下|几个?|这些)(?:方面|困难|问题|不足|工作|差距)|加以解决|针对.{0,16}(?:问题|不足)|虽然?取得|回顾/u;

/** Problems or plans told without numbers: list items, behind a colon when there is one. */
const listed = (text: string, passage: Passage, headings: readonly Point[], turn: number | null): Point[] => {
  const kind = passage.roles.includes('problems') || passage.roles.includes('causes') ? 'problem' : 'plan';
  if (headings.some((heading) => heading.kind === kind)) return [];
  const firstHeading = Math.min(...headings.map((heading) => heading.start), turn ?? passage.end, passage.end);
  const points: Point[] = [];
  for (const item of itemsOf(text, { start: passage.bodyStart, end: firstHeading })) {
    const colon = Math.max(item.text.indexOf('：'), item.text.indexOf(':'));
    const start = afterLead(text, { start: colon >= 0 ? item.start + colon + 1 : item.start, end: item.end });
    const words = text.slice(start, item.end);
    if (words.length < 5 || announcement.test(words)) continue;
    if (kind === 'problem' ? !shortfall.test(words) : words.length < 8) continue;
    points.push(pointFrom(text, { start, end: item.end, text: words }, kind));
  }
  return points.slice(0, 8);
};

/** Where an item's own words begin: behind 在肯定成绩的同时，我们也清醒地看到， and 主要是. */
const afterLead = (text: string, span: Span): number => {
  const first = clausesOf(text, span).find((clause) => !leadClause.test(clause.text));
  if (first === undefined) return span.start;
  return first.start + (/^(?:主要(?:是|有|表现为|体现在)|[一二三四五六七八九]是)/u.exec(first.text)?.[0].length ?? 0);
};

const leadClause =
  /肯定|成绩|清醒|认识到|看到|^同时$|^但(?:是|也)?$|各位|对照.{0,20}(?:要求|期待)|^(?:我们|我|也|还)?.{0,6}(?:面临|存在)(?:着)?.{0,8}(?:问题|挑战|困难|不足)$|采取.{0,6}措施/u;

const shortfall =
  /不足|不够|不深|不高|不强|不多|不实|不细|不到位|不充分|不平衡|不及时|不全面|缺乏|薄弱|滞后|差距|短板|欠缺|不扎实|有待|还需|压力|困难|问题|偏|弱|少/u;

const pointFrom = (text: string, piece: Piece, kind: Point['kind']): Point => {
  const end = piece.text.length <= 60 ? piece.end : clauseLimit(text, piece, 60);
  return { text: cleanWords(text.slice(piece.start, end)), kind, start: piece.start, end };
};

const clauseLimit = (text: string, piece: Piece, longest: number): number => {
  const window = text.slice(piece.start, piece.start + longest);
  const comma = Math.max(window.lastIndexOf('，'), window.lastIndexOf('、'));
  return piece.start + (comma >= 8 ? comma : longest);
};

/** One to three things done, the most telling clauses of the passage in their order. */
const actionsOf = (text: string, passage: Passage, boilerplate: Boilerplate): Point[] => {
  const wanted = Math.max(1, Math.min(3, Math.round((passage.end - passage.bodyStart) / charactersPerAction)));
  const headings = flatten(passage.children).map((child) => child.heading);
  let next = 0;
  const scored: { piece: Piece; score: number }[] = [];
  for (const piece of clausesOf(text, { start: passage.bodyStart, end: passage.end })) {
    if (piece.text.length < 8 || piece.text.length > longestAction || !actionVerb.test(piece.text)) continue;
    while ((headings[next]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) next += 1;
    if ((headings[next]?.start ?? Number.POSITIVE_INFINITY) < piece.end) continue;
    if (/^(?:一|二|三|四|五|六)是/u.test(piece.text) || /[“（《]/u.test(piece.text) !== /[”）》]/u.test(piece.text))
      continue;
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

const gistOf = (passage: Passage, points: readonly Point[]): string => {
  const children = passage.children.map((child) => shortHeadline(child.title)).filter((words) => words.length >= 2);
  const words = children.length >= 2 ? children : points.map((point) => point.text);
  return joinWithin(words.length > 0 ? words : [headlineOf(passage.title)], longestGist);
};

/** Words joined by ； as long as they fit. */
export const joinWithin = (words: readonly string[], longest: number, joint = '；'): string => {
  let joined = '';
  for (const next of words) {
    const longer = joined === '' ? next : `${joined}${joint}${next}`;
    if (longer.length > longest) return joined === '' ? next.slice(0, longest) : joined;
    joined = longer;
  }
  return joined;
};

const flatten = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flatten(section.children)]);
