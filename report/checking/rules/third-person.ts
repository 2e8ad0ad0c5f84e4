import type { Rule } from '../rule.ts';

const selves =
  /(?:^|[。；，\n\r])[ 　]*((?:[局院校厅镇乡县市区]?(?:党组|党委|党支部|支部|总支)书记|(?:单位)?主要(?:领导|负责人|负责同志)|[局院校]长)(?:认真|切实|严格|始终|主动|坚持)?(?:带头|履行|亲自|主持|落实|扛起|担负)[^，。；\n]{0,16})/g;

export const rule: Rule = {
  meta: {
    id: 'third-person',
    title: '个人报告用第三人称说自己',
    basis: '通行写法：个人述职用第一人称',
    severity: 'hint',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: '2024年述职述廉报告\n一、履职情况\n我带头落实党建责任。党组书记的指导很及时。',
          kind: 'duty-integrity',
        },
        { text: '某局2024年党建工作总结\n一、主要工作\n党组书记带头讲党课。', kind: 'party-building-summary' },
      ],
      bad: [
        {
          text: '2024年述职述廉报告\n一、履职情况\n我认真履职。党组书记带头讲党课2次。',
          kind: 'duty-integrity',
          found: ['党组书记带头讲党课2次'],
        },
      ],
    },
  },
  *check({ index, context, structure }) {
    if (context.kind?.form !== 'person' || structure.author.form === 'unit') return;
    for (const match of index.matches(selves)) {
      const words = match[1] ?? '';
      // In the middle of a sentence it may be somebody else's part, unless the post is the author's own.
      if (match[0].startsWith('，') && !holds(structure.author.post, words)) continue;
      const start = match.index + match[0].length - words.length;
      yield { start, end: start + words.length, message: '个人报告里用职务称呼自己，若指本人请改用“我”' };
    }
  },
};

const holds = (post: string | null, words: string): boolean => {
  const role = /^(?:[^带履亲主落扛担认切严始坚]{0,6}书记|[局院校]长)/.exec(words)?.[0].replace(/^党/, '') ?? '';
  return role !== '' && post?.includes(role) === true;
};
