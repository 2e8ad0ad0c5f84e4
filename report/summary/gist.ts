import type { SummarySection } from '../../core/report-result.ts';
import type { Boilerplate } from './boilerplate.ts';
import { shortHeadline } from './headline.ts';
import { shortfall } from './problems-and-plans.ts';

const longest = 60;
const longestTopic = 18;
const longestProblems = 18;
const longestPlan = 15;

type Point = SummarySection['points'][number];

/**
 * One sentence of at most 60 characters on what a report is about: 汇报甲、乙，查找丙等问题，提出丁等打算。 The words between
 * are ours, all others stand in the text.
 */
export const gistOf = (sections: readonly SummarySection[], boilerplate: Boilerplate): string => {
  const problems = pointsOf(sections, 'problem').map(problemTold);
  const plans = pointsOf(sections, 'plan').flatMap(planTold);
  const problem = listWithin(problems, longestProblems);
  const plan = listWithin(plans, longestPlan);
  const told = [
    problem === ''
      ? problems.length > 0 || plays(sections, 'problems')
        ? '，讲了存在的问题'
        : ''
      : `，查找${problem}等问题`,
    plan === '' ? (plans.length > 0 || plays(sections, 'plans') ? '，提出下一步打算' : '') : `，提出${plan}等打算`,
  ].join('');
  const topics = listWithin(topicsOf(sections, boilerplate), longest - told.length - 3);
  if (topics !== '') return `汇报${topics}${told}。`;
  if (told !== '') return `${told.slice(1)}。`.slice(0, longest);
  const [first] = sections.map((section) => section.gist).filter((gist) => gist !== '');
  return first === undefined ? '' : `${first.slice(0, longest - 1)}。`;
};

const pointsOf = (sections: readonly SummarySection[], kind: Point['kind']): Point[] =>
  sections.flatMap((section) => section.points.filter((point) => point.kind === kind));

const plays = (sections: readonly SummarySection[], role: string): boolean =>
  sections.some((section) => section.roles.includes(role));

/** The first clause that names a shortfall: 面对新要求，本领还不够强 is about the latter. */
const problemTold = ({ text }: Point): string => {
  const clauses = text.split(/[，,：:]/u);
  return clauses.find((clause) => shortfall.test(clause)) ?? clauses[0] ?? '';
};

/** The first clause of a plan that says what is to be done; none when it only says when or by whom. */
const planTold = ({ text }: Point): string[] =>
  text
    .split(/[，,：:]/u)
    .filter((clause) => clause.length >= 5 && !circumstance.test(clause) && !saysNothing(clause))
    .slice(0, 1);

const circumstance =
  /^(?:自觉|坚决|坚定|始终|继续|切实)?(?:按照|根据|经|围绕|针对|会议|坚持以|以.{2,30}为|在.{0,20}(?:下|后|前|中)$|\d{1,2}月)|(?:为契机|为抓手|后|时|之际|组织实施|抓好落实)$/u;

/** Headlines of what is told; a heading that could stand in any report gives way to what stands below it. */
const topicsOf = (sections: readonly SummarySection[], boilerplate: Boilerplate): string[] => {
  const telling = sections.filter(({ roles }) => !['problems', 'plans', 'causes'].includes(roles[0] ?? ''));
  const headed = telling.filter(({ number, title }) => number !== null || title !== '开头');
  const rows = (headed.length > 0 ? headed : telling).map((section) => {
    const below = section.points.filter(({ kind }) => kind === 'heading').map(({ text }) => shortHeadline(text));
    const done = section.points.filter(({ kind }) => kind === 'action').map(({ text }) => text);
    const title = section.number === null ? '' : shortHeadline(section.title);
    const heads = saysNothing(title) ? below : [title];
    const told = section.gist.split('；').map(shortHeadline);
    const rest = [...(heads === below ? [] : below), ...done, ...told];
    return { heads: heads.filter((words) => !saysNothing(words)), rest: rest.filter((words) => !saysNothing(words)) };
  });
  const topics = inTurn(rows.map(({ heads }) => heads));
  if (topics.length >= fewTopics) return fitting(topics, boilerplate);
  // A single number is no topic, unless there is nothing else to tell.
  const others = inTurn(rows.map(({ rest }) => rest));
  const plain = [...topics, ...others.filter((words) => !/\d/u.test(words))];
  return fitting(plain.length > 0 ? plain : others, boilerplate);
};

const fewTopics = 3;

/** The first of every row, then the second of every row. */
const inTurn = (rows: readonly (readonly string[])[]): string[] => {
  const most = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: most }, (_, at) => rows.flatMap((row) => row.slice(at, at + 1))).flat();
};

const fitting = (topics: readonly string[], boilerplate: Boilerplate): string[] => {
  const short = topics.filter((words) => (words.length >= 2 || virtue.test(words)) && words.length <= longestTopic);
  const fresh = short.filter((words) => boilerplate.shareOf(words) < 0.6 || words.length < 8);
  const chosen = fresh.length > 0 ? fresh : short;
  return chosen.filter(
    (words, index) => !chosen.slice(0, index).some((told) => words.includes(told) || told.includes(words)),
  );
};

const generic =
  /20\d{2}年|[“”]|十[二三四五六]五|主要|重点|各项|总体|基本|一年来|今年|以来|上半年|下半年|过去|[一五三]年|工作|情况|开展|完成|任务|目标|回顾|总结|成效|成绩|做法|作法|时期|发展|成就|具体|取得|履职|述职|首先|下面|明显|亮点|概况|汇报|报告|如下|事项|现状|开头|做了|哪些|整改|事|[和及与的、]/gu;

/** 德、能、勤、绩、廉: headings of one character. */
const virtue = /^[德能勤绩廉学]$/u;

/** 主要工作情况, 2025年工作回顾: headings of any report. */
export const saysNothing = (title: string): boolean => !virtue.test(title) && title.replace(generic, '').length <= 1;

/** Words joined by 、 as long as they fit. */
const listWithin = (words: readonly string[], most: number): string => {
  let joined = '';
  for (const next of words) {
    const longer = joined === '' ? next : `${joined}、${next}`;
    if (longer.length > most) continue;
    joined = longer;
  }
  return joined;
};
