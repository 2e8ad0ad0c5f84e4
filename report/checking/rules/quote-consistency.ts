import type { Rule } from '../rule.ts';

const terms =
  '一岗双责|三会一课|三重一大|两个维护|两个确立|四个意识|四个自信|三严三实|两学一做|四种形态|放管服|两不愁三保障|五位一体|四个全面';
const each = new RegExp(`([“‘]?)(${terms})([”’]?)`, 'g');

export const rule: Rule = {
  meta: {
    id: 'quote-consistency',
    title: '同一简称有的加引号有的没加',
    basis: '《标点符号用法》（GB/T 15834—2011）：具有特殊含义的词语用引号',
    severity: 'hint',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: ['落实“三会一课”制度，严格“三会一课”记录。', '落实一岗双责。', '增强“四个意识、四个自信”。'],
      bad: [{ text: '落实“一岗双责”要求。严格执行一岗双责制度。', found: ['一岗双责'] }],
    },
  },
  *check({ text, index }) {
    const quoted = new Set<string>();
    const plain = new Map<string, number[]>();
    for (const match of index.matches(each)) {
      const term = match[2] ?? '';
      if (match[1] !== '' || match[3] !== '') quoted.add(term);
      else if (!insideQuotes(text, match.index)) plain.set(term, [...(plain.get(term) ?? []), match.index]);
    }
    for (const [term, places] of plain) {
      if (!quoted.has(term)) continue;
      const spans = places.map((start) => ({ start, end: start + term.length }));
      const [first, ...also] = spans;
      if (first !== undefined)
        yield { ...first, also, message: `“${term}”别处加了引号，这里没有，请统一`, suggestion: `“${term}”` };
    }
  },
};

const insideQuotes = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 30), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》');
};
