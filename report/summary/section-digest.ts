import type { Figure, SummarySection } from '../../core/report-result.ts';
import type { Section } from '../../core/report-structure.ts';
import { actionsOf } from './actions.ts';
import type { Boilerplate } from './boilerplate.ts';
import { headlineOf, shortHeadline } from './headline.ts';
import { paragraphLeads } from './paragraph-leads.ts';
import type { Passage, Point } from './passage.ts';
import { listed, resolve, shortfall } from './problems-and-plans.ts';

const longestGist = 60;
const mostPoints = 100;
const figuresInGist = 3;

/** Digest of one passage: headline, gist, child headings, actions, problems or plans. Figures are added by the caller. */
export const digestOf = (
  text: string,
  passage: Passage,
  figures: readonly Figure[],
  boilerplate: Boilerplate,
): SummarySection => {
  const points = pointsOf(text, passage, boilerplate).slice(0, mostPoints);
  return {
    number: passage.number,
    title: headlineOf(passage.title),
    roles: [...passage.roles],
    gist: gistOf(passage, points, figures),
    points,
    figures: [...figures],
    start: passage.start,
    end: passage.end,
  };
};

const pointsOf = (text: string, passage: Passage, boilerplate: Boilerplate): Point[] => {
  const problems = passage.roles.includes('problems');
  const plans = passage.roles.includes('plans') && passage.roles[0] !== 'last-year-rectification';
  const turn = problems && plans ? planTurn(text, passage) : null;
  const headings = pointsBelow(text, passage.children, (section) => kindOf(section, problems, plans, turn));
  const leads = headings.length > 0 ? [] : leadsOf(text, passage, problems, plans);
  const heads = [...headings, ...leads];
  const others =
    problems || plans ? itemsBeside(text, passage, heads, turn) : actionsOf(text, passage, boilerplate, leads);
  return [...heads, ...others].sort((a, b) => a.start - b.start);
};

/** Headings as points; below 存在的问题 stand problems, and a heading that only names a field tells them in its words. */
const pointsBelow = (
  text: string,
  sections: readonly Section[],
  kindFor: (section: Section) => Point['kind'],
): Point[] =>
  sections.flatMap((section) => {
    const kind = kindFor(section);
    const part = partNamed(section);
    const below = pointsBelow(text, section.children, part === null ? kindFor : () => part);
    const point: Point = {
      text: itemHeadline(section.title, part === null ? kind : 'heading'),
      kind: part === null ? kind : 'heading',
      start: section.heading.start,
      end: section.heading.end,
    };
    const wanted = part ?? (kind === 'heading' && namesField(section.title) ? 'problem' : null);
    const told = wanted === null || below.some((inner) => inner.kind === wanted) ? [] : itemsOf(text, section, wanted);
    return [point, ...below, ...told];
  });

/** 存在的问题, 下一步打算: a heading that is the name of a part. */
const partNamed = ({ title, roles }: Section): 'problem' | 'plan' | null => {
  if (roles.includes('problems') && namesProblems.test(title)) return 'problem';
  return roles.includes('plans') && namesPlans.test(title) ? 'plan' : null;
};

const namesProblems =
  /^(?:当前|目前|自身|工作中|还|仍)?(?:存在|主要|突出|面临|反思|查摆|检视|的)*(?:问题|不足|短板|差距|困难|挑战)(?:[和与及、](?:问题|不足|短板|差距|困难|挑战|原因))*(?:之处|分析|剖析)?$/u;
const namesPlans =
  /^(?:下一?步|下一?阶段|今后|明年|来年|20\d{2}年)?的?(?:工作|努力|整改|改进)?的?(?:打算|计划|思路|措施|安排|重点|方向|设想)(?:[和与及、](?:打算|计划|思路|(?:整改|改进)?措施|安排))*$/u;
const mostOfField = 3;

const itemsOf = (text: string, section: Section, kind: 'problem' | 'plan'): Point[] => {
  const body = { ...section, bodyStart: section.heading.end };
  return listed(text, body, section.end, kind).slice(0, kind === 'problem' ? mostOfField : undefined);
};

/** What paragraphs begin with, where no heading stands below. */
const leadsOf = (text: string, passage: Passage, problems: boolean, plans: boolean): Point[] => {
  if (problems && plans) return [];
  const kind = plans ? 'plan' : problems ? 'problem' : 'heading';
  return paragraphLeads(text, { start: passage.bodyStart, end: passage.end }).map(({ text: words, start, end }) => ({
    text: headlineOf(words),
    kind,
    start,
    end,
  }));
};

/** Problems or plans outside the headings, unless the headings tell them. */
const itemsBeside = (text: string, passage: Passage, heads: readonly Point[], turn: number | null): Point[] => {
  const kind = passage.roles.includes('problems') ? 'problem' : 'plan';
  const first = Math.min(...heads.map(({ start }) => start), passage.end);
  const beside = heads.some((head) => head.kind === kind)
    ? []
    : listed(text, passage, Math.min(first, turn ?? passage.end), kind);
  if (turn !== null && !heads.some((head) => head.kind === 'plan')) {
    return [
      ...beside,
      ...listed(text, { ...passage, bodyStart: Math.min(turn, passage.end) }, Math.max(first, turn), 'plan'),
    ];
  }
  const own = beside.length === 0 && kind === 'problem' && heads.length === 0 ? problemInTitle(passage) : null;
  return own === null ? beside : [own];
};

/** 注重廉洁自律，但存在标准不高的问题: the heading itself is the problem. */
const problemInTitle = (passage: Passage): Point | null => {
  const told = /(?:存在|还有|仍有)[^，。]{3,24}(?:问题|不足|差距)$/u.exec(passage.title)?.[0];
  if (told === undefined) return null;
  return { text: told, kind: 'problem', start: passage.start, end: passage.bodyStart };
};

/** Where a section on problems and plans turns from the ones to the others; its end when no words tell. */
const planTurn = (text: string, passage: Passage): number => {
  const found = /针对|下一步|下一阶段|今后|努力方向|改进措施|整改措施|新的一年|明年/u.exec(
    text.slice(passage.bodyStart, passage.end),
  );
  return found === null ? passage.end : passage.bodyStart + found.index;
};

const saysPlan = /下一?步|今后|明年|来年|打算|计划|努力方向|整改措施|改进措施|20\d{2}年/u;
const saysProblem = /问题|不足|短板|差距|困难|薄弱/u;
/** 正视问题，划清责任田 tells what was done about problems. */
const actsOnProblem = /^(?:正视|直面|聚焦|紧盯|瞄准|解决|破解|化解)[^，]{0,4}(?:问题|不足|短板|差距|困难)，/u;

/** In a section on what was done, 部署安排 and 建设思路 are headings like others. */
const kindOf = (section: Section, problems: boolean, plans: boolean, turn: number | null): Point['kind'] => {
  const own = problems || plans;
  if (section.roles.includes('plans') && (own || saysPlan.test(section.title))) return 'plan';
  if (
    section.roles.includes('problems') &&
    (own || (saysProblem.test(section.title) && !actsOnProblem.test(section.title)))
  )
    return 'problem';
  if (turn !== null) return section.start >= turn || resolve.test(section.title) ? 'plan' : 'problem';
  if (plans) return 'plan';
  return problems && !namesField(section.title) ? 'problem' : 'heading';
};

/** （一）在政治建设方面: where problems lie, but none of them. */
const namesField = (title: string): boolean => /方面$|^(?:在|关于)/u.test(title) && !shortfall.test(title);

/** 销售指标：全年签单37份 is about 销售指标. */
const itemHeadline = (title: string, kind: Point['kind']): string => {
  const headline = headlineOf(title);
  const named = /^([^，。：:]{2,12})[：:](?=.{4})/u.exec(headline)?.[1];
  // Figures are told apart: 开好思政课，配齐专职教师14名.
  const first = /^([^，\d]{4,})，.*\d/u.exec(headline)?.[1];
  return named ?? (first !== undefined && kind === 'heading' ? first : headline);
};

const gistOf = (passage: Passage, points: readonly Point[], figures: readonly Figure[]): string => {
  const children = passage.children.map((child) => shortHeadline(child.title)).filter((words) => words.length >= 2);
  const heads = points.filter((point) => point.kind !== 'action');
  const told = (heads.length >= 2 ? heads : points).map((point) => point.text);
  const words = children.length >= 2 ? children : told.length > 0 ? told : figuresTold(figures);
  return joinWithin(words, longestGist);
};

/** 党员54名；耕地2160亩: what is left to say where nothing else is told. */
const figuresTold = (figures: readonly Figure[]): string[] =>
  figures
    .filter(({ what, state }) => what !== null && state !== 'blank')
    .slice(0, figuresInGist)
    .map(({ what, text }) => (what?.includes(text) ? what : `${what?.replace('·', '')}${text}`));

/** Words joined by ； as long as they fit; the first one is cut at a clause. */
export const joinWithin = (words: readonly string[], longest: number, joint = '；'): string => {
  let joined = '';
  for (const next of words) {
    const longer = joined === '' ? next : `${joined}${joint}${next}`;
    if (longer.length > longest) return joined === '' ? cutAtClause(next, longest) : joined;
    joined = longer;
  }
  return joined;
};

const cutAtClause = (words: string, longest: number): string => {
  const cut = Math.max(words.lastIndexOf('，', longest), words.lastIndexOf('、', longest));
  return words.slice(0, cut >= 8 ? cut : longest);
};
