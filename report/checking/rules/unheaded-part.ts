import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'unheaded-part',
    title: '问题没有单列一部分',
    basis: '通行写法：存在的问题、下一步打算各列一部分',
    severity: 'should',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: ['2024年述职报告\n一、履职情况\n认真履职。\n二、存在的问题\n学习不够。\n三、下一步打算\n加强学习。'],
      bad: [
        {
          text: '2024年述职报告\n现将情况报告如下：\n一、履职情况\n认真履职，完成任务。\n二、廉洁自律情况\n严格要求自己。\n回顾反思，主要存在以下不足：一是学习不够深入；二是创新意识不强。下一步，我将加强学习，改进作风。',
          found: ['回顾反思，主要存在以下不足：'],
        },
      ],
    },
  },
  *check({ structure, text, context }) {
    if (context.kind?.id === 'government-work-report') return;
    if (structure.sections.filter(({ level, style }) => level === 1 && style !== '一是').length < 2) return;
    const passage = structure.unheaded.find(({ part }) => part === 'problems');
    if (passage === undefined) return;
    const { start, end } = passage.span;
    const lead = text.slice(start, end).search(/[：:。；]/);
    yield {
      start,
      end: Math.min(end, start + (lead < 0 || lead > 39 ? 40 : lead + 1)),
      message: '存在的问题写在末段、没有小标题，建议单列“存在的问题”和“下一步打算”，评议时一眼能看到',
    };
  },
};
