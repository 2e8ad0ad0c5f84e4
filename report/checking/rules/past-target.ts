import { overlaps } from '../../../core/span.ts';
import type { Remark, Rule } from '../rule.ts';
import { everySection } from '../sections.ts';

/** 力争到2024年底实现, 2024年底前完成: an aim and the year it is to be reached in. */
const target =
  /(?:力争|争取|确保|计划|预计|拟|到|于|在)(20\d{2})年(?:年?底|末|内)?(?:之?前)?[，,]?(?:全面|基本|全部|初步|如期|率先|完全)?(?:实现|完成|建成|达到|形成|消除|投用|竣工)(?!了|的)|(?:力争|争取|确保|计划|预计|拟|将)[^，。；《〔（\n\d]{0,6}(20\d{2})年(?!以来|度?(?:考核|工作|问题|反馈|成果))|(?<![自从《〔（比较与])(20\d{2})年(?:年?底|末|\d{1,2}月底?)之?前(?=[，一-龥])|(?<=[。；\n])(20\d{2})年(?:度|年内)?[，,]?(?:我们?将|我们?要|将|要|力争|继续|新增|计划)/g;

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
          text: '某局2025年工作总结\n一、主要工作\n抓学习。\n二、下一步打算\n确保2024年6月底前完工。2024年，我们将新增支部3个。',
          found: ['确保2024年', '2024年，我们将'],
        },
        {
          text: '某局2025年工作总结\n一、主要工作\n抓学习。\n二、下一步打算\n培育品牌10个，力争到2024年底实现全覆盖。',
          found: ['力争到2024年'],
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
      const aim = Number(match.slice(1).find((digits) => digits !== undefined));
      if (aim >= year || !plans.some((section) => overlaps(section, span))) continue;
      yield { ...span, message: `这是 ${year} 年的报告，打算里的目标写的是 ${aim} 年，请核对` };
    }
  },
};
