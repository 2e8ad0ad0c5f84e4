import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'issue-date',
    title: '落款日期与报告年度不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    reportsOnly: true,
    examples: {
      good: [
        '某局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n某局\n2025年1月6日',
      ],
      bad: [
        {
          text: '某局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n某局\n2023年12月26日',
          found: ['2023年12月26日'],
        },
        {
          text: '某局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n某局\n2028年1月6日',
          found: ['2028年1月6日'],
        },
      ],
    },
  },
  *check({ structure: { issueDate, title }, context }) {
    if (issueDate === null) return;
    const signed = Number(/(?:19|20)\d{2}/.exec(issueDate.value)?.[0] ?? Number.NaN);
    const years = [...(title?.value ?? '').matchAll(/(?:19|20)\d{2}(?=年)/g)].map(([year]) => Number(year));
    if (Number.isNaN(signed)) return;
    const span = { start: issueDate.start, end: issueDate.end };
    const report = Math.min(...years);
    if (signed > context.now.getFullYear() + 1)
      yield { ...span, message: `落款日期 ${issueDate.value} 还没有到，请核对` };
    else if (years.length > 0 && signed < report) {
      yield { ...span, message: `这是 ${report} 年的报告，落款日期却在 ${signed} 年，请核对` };
    } else if (years.length > 0 && signed > Math.max(...years) + 1) {
      yield { ...span, severity: 'hint', message: `这是 ${report} 年的报告，落款日期在 ${signed} 年，请核对` };
    }
  },
};
