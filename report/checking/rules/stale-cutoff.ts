import type { Rule } from '../rule.ts';

const vague =
  /截[至止](?:到)?(?:目前|现在|当前|今日|发稿)[，,]?|截[至止](?:到)?(?:(20\d{2})年)?(\d{1,2})月(?:底|末|中旬|下旬|上旬|\d{1,2}日)?[，,]?/g;

export const rule: Rule = {
  meta: {
    id: 'stale-cutoff',
    title: '统计截止时间不明或偏早',
    basis: null,
    severity: 'hint',
    family: 'figure',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: '2024年工作总结\n一、工作\n截至12月底，办结12件。截至2024年12月31日，全部完成。',
          kind: 'annual-summary',
        },
      ],
      bad: [
        {
          text: '2024年工作总结\n一、工作\n截至目前，办结12件。截至10月底，走访30户。',
          kind: 'annual-summary',
          found: ['截至目前，', '截至10月底，'],
        },
      ],
    },
  },
  *check({ index, structure, context }) {
    if (context.kind?.id === 'government-work-report' || !/^\d{4}$/.test(structure.period ?? '')) return;
    for (const match of index.matches(vague)) {
      const month = match[2];
      if (month !== undefined && (Number(month) >= 12 || (match[1] !== undefined && match[1] !== structure.period)))
        continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        message:
          month === undefined
            ? '年度报告请写明数字截至哪一天'
            : `年度报告的数字只统计到 ${month} 月，请更新到年底或说明`,
      };
    }
  },
};
