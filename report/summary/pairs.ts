import type { ReportSummary, SummarySection } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';

type Pair = NonNullable<ReportSummary['pairs']>[number];
interface Item extends Span {
  readonly text: string;
}

/** Problems and plans that are paired at most. */
const mostItems = 20;

/** Words so common in problems and plans that sharing them answers nothing. */
const common =
  /进一步|工作|加强|增强|问题|不足|存在|不够|有待|还需|需要|方面|提高|提升|能力|水平|不断|坚持|深入|强化|推进|推动|落实|全面|切实|努力|进行|开展|做好|抓好|积极|认真|严格|主要|建设|发展|有些|有时|仍然|依然|差距|薄弱|环节|情况|部分|个别|经济|社会|党组|党员|干部|群众|基层|党建|服务|领导|责任|支部|思想|组织|人民|政治|任务|重视|一定|完成|各项|目标|实际|结合|要求|成效|精神|活动|突出/u;

/**
 * Every problem with the plan whose words answer it best, or null. `text` behind a line (up to the next one) counts
 * too, because the words that answer often stand in the explanation.
 */
export const pairProblems = (text: string, sections: readonly SummarySection[]): Pair[] => {
  const problems = itemsOf(sections, 'problem').slice(0, mostItems);
  const plans = itemsOf(sections, 'plan').slice(0, mostItems);
  if (problems.length === 0 || plans.length === 0) return [];
  const plansWords = plans.map((plan) => contentOf(reach(text, plan, sections)));
  return problems.map((problem) => {
    const words = contentOf(reach(text, problem, sections));
    const own = contentOf(problem.text);
    const scores = plansWords.map((planWords) => 3 * shared(own, planWords) + shared(words, planWords));
    const best = scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
    const plan = plans[best];
    const answered = plan !== undefined && (scores[best] ?? 0) >= 5;
    return { problem: line(problem), plan: answered && plan !== undefined ? line(plan) : null };
  });
};

const line = ({ text, start, end }: Item): Item => ({ text, start, end });

const itemsOf = (sections: readonly SummarySection[], kind: 'problem' | 'plan'): Item[] =>
  sections.flatMap((section) => section.points.filter((point) => point.kind === kind));

/** A line's own words and their explanation, up to the next line of its section. */
const reach = (text: string, item: Item, sections: readonly SummarySection[]): string => {
  const section = sections.find((candidate) => item.start >= candidate.start && item.end <= candidate.end);
  const next = section?.points.find((point) => point.start > item.start);
  return text.slice(item.start, Math.min(section?.end ?? item.end, next?.start ?? Infinity, item.start + 400));
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

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const pair of a) if (b.has(pair)) count += 1;
  return count;
};
