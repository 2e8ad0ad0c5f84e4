import type { ResultInBrief } from '../core/report-result.ts';
import type { Span } from '../core/span.ts';

export interface NamedProblem extends Span {
  readonly report: string;
  readonly text: string;
}

/** Problems of one theme over several reports. */
export interface ProblemGroup {
  readonly theme: string;
  /** Ids of the reports that name it. */
  readonly reports: readonly string[];
  readonly problems: readonly NamedProblem[];
}

const themes: readonly { readonly theme: string; readonly words: RegExp }[] = [
  { theme: '理论学习不够', words: /学习|理论|学思|研读|政治素养|学用|学以致用/u },
  { theme: '创新不足', words: /创新|新举措|办法不多|思路|特色|亮点|开拓/u },
  { theme: '调研和联系群众不够', words: /调研|调查|下基层|深入基层|走访|联系群众|一线|服务群众/u },
  { theme: '担当作为不够', words: /担当|作为|主动|闯劲|干劲|斗争|畏难|积极性|瞻前顾后/u },
  { theme: '制度机制不健全', words: /制度|机制|体制|长效|规范/u },
  { theme: '队伍和人才不足', words: /队伍|人才|干部|后备|人员|力量|素质|能力|本领/u },
  { theme: '督促落实不到位', words: /落实|督促|督查|监督|检查|跟踪|执行|压力传导|抓得不/u },
  { theme: '党建与业务融合不深', words: /党建|融合|两张皮|支部|组织生活|党员教育/u },
  { theme: '作风和廉政建设', words: /作风|廉政|廉洁|纪律|从严|监管|风险/u },
  { theme: '沟通协调不够', words: /沟通|协调|协作|合力|配合|衔接/u },
  { theme: '宣传不够', words: /宣传|知晓|影响力|推广/u },
  { theme: '发展和资金压力', words: /发展|资金|经济|招商|项目|投入|基础设施|收入|债务/u },
];
const otherTheme = '其他';

/** Problems of all reports by theme, themes that most reports name first; each problem stands under its first theme. */
export const commonProblems = (
  reports: readonly { readonly id: string; readonly result: ResultInBrief }[],
): ProblemGroup[] => {
  const groups = new Map<string, NamedProblem[]>();
  for (const { id, result } of reports) {
    for (const problem of problemsOf(result)) {
      const theme = themes.find((candidate) => candidate.words.test(problem.text))?.theme ?? otherTheme;
      const group = groups.get(theme) ?? [];
      group.push({ report: id, ...problem });
      groups.set(theme, group);
    }
  }
  return [...groups]
    .map(([theme, problems]) => ({ theme, problems, reports: [...new Set(problems.map((problem) => problem.report))] }))
    .sort(
      (a, b) =>
        Number(a.theme === otherTheme) - Number(b.theme === otherTheme) ||
        b.reports.length - a.reports.length ||
        a.theme.localeCompare(b.theme, 'zh'),
    );
};

/** The problems a report names, with their places. */
export const problemsOf = (result: ResultInBrief): (Span & { readonly text: string })[] =>
  result.summary.sections
    .flatMap((section) => section.points)
    .filter((point) => point.kind === 'problem')
    .map(({ text, start, end }) => ({ text, start, end }));
