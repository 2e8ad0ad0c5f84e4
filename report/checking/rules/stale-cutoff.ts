import type { Rule } from '../rule.ts';

const vague =
  /截[至止](?:到)?(?:目前|现在|当前|今日|发稿)[，,]?|(?:到目前为止|目前为止|迄今为止|到现在)[，,]|截[至止](?:到)?(?:(20\d{2})年)?(\d{1,2})月(?:底|末|中旬|下旬|上旬|\d{1,2}日)?[，,]?|截[至止](?:到)?(20\d{2})年(?:第?[一二三四]季度末?|上半年|年?底|末)[，,]?/g;

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
          text: '2024年工作总结\n一、工作\n截至2023年10月底，办结12件。',
          kind: 'annual-summary',
          found: ['截至2023年10月底，'],
        },
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
      const year = match[1] ?? match[3];
      const span = { start: match.index, end: match.index + match[0].length };
      if (year !== undefined && year !== structure.period) {
        // The end of the year before may be what a figure started from.
        const atEnd = Number(month) === 12 || /年(?:年?底|末)/.test(match[0]);
        if (Number(year) > Number(structure.period)) continue;
        yield {
          ...span,
          severity: atEnd ? 'hint' : 'should',
          message: `这是 ${structure.period} 年的报告，数字却只统计到 ${year} 年，请核对`,
        };
        continue;
      }
      if (Number(month ?? 0) >= 12 || (match[3] !== undefined && !/季度|上半年/.test(match[0]))) continue;
      yield {
        ...span,
        message:
          month === undefined
            ? '年度报告请写明数字截至哪一天'
            : `年度报告的数字只统计到 ${month} 月，请更新到年底或说明`,
      };
    }
  },
};
