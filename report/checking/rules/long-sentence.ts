import type { Rule } from '../rule.ts';

const limit = 200;

export const rule: Rule = {
  meta: {
    id: 'long-sentence',
    title: '句子过长',
    basis: null,
    severity: 'hint',
    fragile: 'spacing',
    reportsOnly: true,
    examples: {
      good: ['我始终坚持学习，认真履职。'],
      bad: [{ text: `我${'认真落实部署，'.repeat(35)}取得成效。`, found: [`我${'认真落实部署，'.repeat(5)}认真落实`] }],
    },
  },
  *check({ index, text }) {
    for (const { start, end } of index.sentences) {
      const length = end - start;
      if (length < limit || !text.slice(start, end).includes('，')) continue;
      yield { start, end: start + 40, message: `这一句有 ${length} 个字，读起来吃力，建议断成几句` };
    }
  },
};
