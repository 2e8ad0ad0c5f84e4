import type { Span } from '../../../core/span.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** Without a demand by the collection, a share below this is pointed out. */
const customary = 0.1;

export const rule: Rule = {
  meta: {
    id: 'problem-share',
    title: '问题部分篇幅偏少',
    basis: '《党委（党组）书记抓基层党建工作述职评议考核办法（试行）》第五条：主要讲突出问题、产生根源和破解措施',
    severity: 'hint',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: `2024年述职报告\n一、履职情况\n${'认真履职。'.repeat(20)}\n二、存在的问题\n${'学习不够深入。'.repeat(10)}`,
          kind: 'duty',
        },
      ],
      bad: [
        {
          text: `2024年述职报告\n一、履职情况\n${'认真履职，完成任务。'.repeat(40)}\n二、存在的问题\n学习不够深入。\n三、下一步打算\n加强学习。`,
          kind: 'duty',
          found: ['二、存在的问题'],
        },
        {
          text: `2024年述职报告\n一、履职情况\n${'认真履职。'.repeat(20)}\n二、存在的问题\n${'学习不够深入。'.repeat(5)}`,
          kind: 'duty',
          requirements: { problemShare: 0.34 },
          found: ['二、存在的问题'],
        },
      ],
    },
  },
  *check(input) {
    const { context, text } = input;
    if (context.kind === null || context.kind.id === 'government-work-report') return;
    if (!context.kind.parts.some(({ part }) => part === 'problems')) return;
    const [passage] = problemsIn(input);
    if (passage === undefined) return;
    const length = (span: Span) => text.slice(span.start, span.end).replace(/\s/g, '').length;
    const written = length(passage.body);
    const share = written / Math.max(1, length({ start: 0, end: text.length }));
    const wanted = context.requirements.problemShare;
    if (share >= (wanted ?? customary)) return;
    const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;
    yield {
      ...passage.place,
      ...(wanted === undefined ? {} : { severity: 'should' as const, basis: '本次收集的要求' }),
      message:
        wanted === undefined
          ? `问题部分约占全文 ${percent(share)}，偏少；评议主要看问题和原因，建议写实写透`
          : `问题部分约占全文 ${percent(share)}，要求不少于 ${percent(wanted)}，请充实`,
    };
  },
};

function* problemsIn({ structure, text }: RuleInput): Iterable<{ body: Span; place: Span }> {
  for (const section of structure.sections) {
    if (section.level !== 1 || !section.roles.includes('problems')) continue;
    yield {
      body: section,
      place: { start: section.heading.start, end: Math.min(section.heading.end, section.heading.start + 40) },
    };
  }
  for (const { part, span } of structure.unheaded) {
    if (part !== 'problems') continue;
    const lead = text.slice(span.start, span.end).search(/[，。：；]/);
    yield {
      body: span,
      place: { start: span.start, end: Math.min(span.end, span.start + (lead < 0 ? 20 : Math.min(lead, 40))) },
    };
  }
}
