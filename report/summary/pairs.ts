import type { ReportSummary, SummarySection } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';

type Pair = NonNullable<ReportSummary['pairs']>[number];
interface Item extends Span {
  readonly text: string;
}

/** So many plans in the order of their problems are no chance. */
const fewestInOrder = 3;

/** Problems and plans that are paired at most. */
const mostItems = 20;

/** Words of any problem and any plan: sharing them answers nothing. */
const common =
  /进一步|工作|加强|增强|问题|不足|存在|不够|有待|还需|需要|方面|提高|提升|能力|水平|不断|坚持|深入|强化|推进|推动|落实|全面|切实|努力|进行|开展|做好|抓好|积极|认真|严格|主要|有些|有时|仍然|依然|差距|薄弱|环节|情况|部分|个别|领域|重点|持续|完善|新质生产力|高质量发展|发展|建设|经济|社会|实际|结合|要求|成效|精神|突出|目标|任务|一定|各项|重视|本人|自己|全年|每[年月季周]/u;

/** Every problem with the plan whose words answer it best, or null. Rare words tell more than those of many lines. */
export const pairProblems = (text: string, sections: readonly SummarySection[]): Pair[] => {
  const problems = itemsOf(sections, 'problem')
    .slice(0, mostItems)
    .map((item) => wordsOf(text, item, sections));
  const plans = itemsOf(sections, 'plan')
    .slice(0, mostItems)
    .map((item) => wordsOf(text, item, sections));
  if (problems.length === 0 || plans.length === 0) return [];
  const rarity = rarityAmong(problems, plans);
  const answers = problems.map((problem) => {
    const scored = plans.map((plan, at) => ({ at, score: likeness(problem, plan, rarity) }));
    const best = scored.reduce((top, next) => (next.score > top.score ? next : top));
    return best.score > 0 ? best.at : null;
  });
  // As many plans as problems, told in their order: the first answers the first, unless words tell otherwise.
  const inOrder =
    plans.length >= fewestInOrder &&
    plans.length === problems.length &&
    answers.every((at, index) => at === null || at === index);
  return problems.map((problem, index) => {
    const plan = plans[answers[index] ?? (inOrder ? index : -1)];
    return { problem: line(problem.item), plan: plan === undefined ? null : line(plan.item) };
  });
};

const line = ({ text, start, end }: Item): Item => ({ text, start, end });

const itemsOf = (sections: readonly SummarySection[], kind: 'problem' | 'plan'): Item[] =>
  sections.flatMap((section) => section.points.filter((point) => point.kind === kind));

interface Words {
  readonly item: Item;
  /** Pairs of characters of the first clause, of the whole line, and of its explanation up to the next line. */
  readonly head: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
}

const wordsOf = (text: string, item: Item, sections: readonly SummarySection[]): Words => {
  const own = contentOf(item.text);
  const behind = new Set([...contentOf(reach(text, item, sections))].filter((pair) => !own.has(pair)));
  return { item, head: contentOf(item.text.split(/[，,]/u)[0] ?? ''), own, behind };
};

/** A line's own words and their explanation, up to the next line of its section. */
const reach = (text: string, item: Item, sections: readonly SummarySection[]): string => {
  const section = sections.find((candidate) => item.start >= candidate.start && item.end <= candidate.end);
  const next = section?.points.find((point) => point.start > item.start);
  return text.slice(item.start, Math.min(section?.end ?? item.end, next?.start ?? Infinity, item.start + 400));
};

/** 1 for what one problem and one plan say, less for what many do. */
const rarityAmong = (problems: readonly Words[], plans: readonly Words[]): ((pair: string) => number) => {
  const counted = (lines: readonly Words[]) => {
    const counts = new Map<string, number>();
    for (const { own } of lines) for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    return counts;
  };
  const [inProblems, inPlans] = [counted(problems), counted(plans)];
  return (pair) => 1 / Math.max(1, inProblems.get(pair) ?? 1, inPlans.get(pair) ?? 1);
};

const ofHead = 1.5;
const ofLine = 1.2;
const ofExplanation = 0.25;
const mostOfExplanation = 1.5;

/** How much more the two share than chance would have it; 0 or less: one does not answer the other. */
const likeness = (problem: Words, plan: Words, rarity: (pair: string) => number): number => {
  let score = 0;
  let explained = 0;
  for (const pair of plan.own) {
    if (problem.own.has(pair)) score += rarity(pair) * (problem.head.has(pair) ? ofHead : ofLine);
    else if (problem.behind.has(pair)) explained += ofExplanation * rarity(pair);
  }
  for (const pair of plan.behind) if (problem.own.has(pair)) explained += ofExplanation * rarity(pair);
  const expected = 0.75 + (problem.own.size + plan.own.size) / 45;
  return score + Math.min(mostOfExplanation, explained) - expected;
};

const contentOf = (words: string): Set<string> => {
  const pairs = new Set<string>();
  for (const run of words.split(/[^\p{Script=Han}]+/u).flatMap((part) => part.split(common))) {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (!/[的了是和与在对不有为]/u.test(pair)) pairs.add(pair);
    }
  }
  return pairs;
};
