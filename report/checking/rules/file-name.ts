import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'file-name',
    title: '文件名与内容不一致',
    basis: null,
    severity: 'hint',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        { text: '某局2024年工作总结\n一、主要工作\n抓学习。', fileName: '某局2024年工作总结.docx' },
        { text: '某局2024年工作总结\n一、主要工作\n抓学习。', fileName: '新建文档.docx' },
      ],
      bad: [
        {
          text: '某局2024年工作总结\n一、主要工作\n抓学习。',
          fileName: '某局2023年工作总结.docx',
          found: ['某局2024年工作总结'],
        },
      ],
    },
  },
  *check({ structure: { title }, context: { fileName } }) {
    if (title === null || fileName === null) return;
    const years = new Set([...title.value.matchAll(/(?:19|20)\d{2}(?=年)/g)].map(([year]) => year));
    const named = /(?<!\d)((?:19|20)\d{2})年/.exec(fileName)?.[1];
    if (named === undefined || years.size === 0 || years.has(named)) return;
    yield {
      start: title.start,
      end: title.end,
      message: `文件名写的是 ${named} 年，标题写的是 ${[...years].join('、')} 年，请核对是否传错了文件`,
    };
  },
};
