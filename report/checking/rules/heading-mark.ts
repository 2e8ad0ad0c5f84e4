import type { Rule } from '../rule.ts';

const forms = [
  { pattern: /^[ 　\t]*([一二三四五六七八九十]{1,3}[.．,，:：])(?=[一-龥])/gm, severity: 'hint', expected: '一、' },
  { pattern: /^[ 　\t]*([（(][一二三四五六七八九十]{1,3}[）)][、，,.．])/gm, severity: 'hint', expected: '（一）' },
  { pattern: /^[ 　\t]*([（(]\d{1,2}[）)][、，,.．])/gm, severity: 'hint', expected: '（1）' },
] as const;

export const rule: Rule = {
  meta: {
    id: 'heading-mark',
    title: '标题序号的写法',
    basis: '《党政机关公文格式》（GB/T 9704—2012）：结构层次序数依次为“一、”“（一）”“1.”“（1）”',
    severity: 'hint',
    family: 'structure',
    fragile: 'spacing',
    examples: {
      good: ['一、主要工作\n（一）抓学习\n1.集中学习\n（1）时间安排', '一是抓学习。'],
      bad: [
        { text: '一.主要工作\n二、问题', found: ['一.'] },
        { text: '（一）、抓学习\n（二）、抓落实', found: ['（一）、'] },
        { text: '（1）.时间安排', found: ['（1）.'] },
      ],
    },
  },
  *check({ text, index }) {
    for (const { pattern, severity, expected } of forms) {
      const spans = index.matches(pattern).map((match) => {
        const start = match.index + match[0].indexOf(match[1] ?? '');
        return { start, end: start + (match[1]?.length ?? 0) };
      });
      const [first, ...also] = spans;
      if (first === undefined) continue;
      yield {
        ...first,
        severity,
        also,
        message: `序号“${text.slice(first.start, first.end)}”的标点不合习惯，一般写作“${expected}”`,
      };
    }
  },
};
