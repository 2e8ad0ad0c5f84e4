import { overlaps } from '../../../core/span.ts';
import type { Remark, Rule } from '../rule.ts';
import { everySection } from '../sections.ts';

/** 力争到2024年底实现, 2024年底前完成: an aim and the year it is to be reached in. */
const target =
  /(?:力争|争取|确保|计划|预计|拟|到|于|在)(20\d{2})年(?:年?底|末|内)?(?:之?前)?[，,]?(?:全面|基本|全部|初步|如期|率先|完全)?(?:实现|完成|建成|达到|形成|消除|投用|竣工)(?!了|的)/g;

export const rule: Rule = {
  meta: {
    id: 'past-target',
    title: '打算里的目标年份已经过去',
    basis: null,
    severity: 'should',
    family: 'figure',
    reportsOnly: true,
    examples: {
      good: [
        '某局2025年工作总结\n一、主要工作\n到2024年底完成了试点。\n二、下一步打算\n力争到2026年底实现全覆盖，到2025年底完成收尾。',
        '某局2025年工作总结\n一、主要工作\n抓学习。\n二、下一步打算\n巩固到2024年底实现的成果。',
      ],
      bad: [
        {
          text: '某局2025年工作总结\n一、主要工作\n抓学习。\n二、下一步打算\n培育品牌10个，力争到2024年底实现全覆盖。',
          found: ['到2024年底实现'],
        },
      ],
    },
  },
  *check({ index, structure, context }): Iterable<Remark> {
    const year = Number(structure.period);
    if (!Number.isInteger(year) || context.kind?.id === 'government-work-report') return;
    const plans = [...everySection(structure.sections)].filter(
      ({ roles }) => roles.includes('plans') && !roles.includes('duties'),
    );
    for (const match of index.matches(target)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (Number(match[1]) >= year || !plans.some((section) => overlaps(section, span))) continue;
      yield { ...span, message: `这是 ${year} 年的报告，打算里的目标写的是 ${match[1]} 年，请核对` };
    }
  },
};
