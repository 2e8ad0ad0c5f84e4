import type { Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const figures = /(?<![\d.年第—-])(\d{1,5})(?:次|场|期|名|件|条|份|户|篇|家|项|起|个|亿元|万元)(?![月])/g;
const enough = 12;

export const rule: Rule = {
  meta: {
    id: 'round-figures',
    title: '数字几乎都是整十整百',
    basis: null,
    severity: 'hint',
    reportsOnly: true,
    examples: {
      good: ['2024年述职报告\n一、履职情况\n办结12件，走访33户，培训7期。'],
      bad: [
        {
          text: '2024年述职报告\n一、履职情况\n办结20件，走访30户，培训10期，检查50次，通报20份，约谈10名。完成项目100个，收集意见200条，编发简报30期，整改问题40项，化解纠纷60起，慰问党员50名。',
          kind: 'duty',
          found: ['20件，走访30户，培训10期，检查50次，通报20份，约谈10名'],
        },
      ],
    },
  },
  *check({ index }) {
    const found = index.matches(figures);
    const round = found.filter((match) => Number(match[1]) >= 10 && Number(match[1]) % 10 === 0);
    const tellable = found.filter((match) => Number(match[1]) >= 10);
    if (tellable.length < enough || round.length < tellable.length * 0.9) return;
    const bySentence = byStart(round, index);
    const densest = [...bySentence.values()].sort((a, b) => b.length - a.length)[0] ?? [];
    const [first, last] = [densest[0], densest.at(-1)];
    if (first === undefined || last === undefined) return;
    yield {
      start: first.index,
      end: last.index + last[0].length,
      message: `全文 ${tellable.length} 个数字里有 ${round.length} 个是整十整百，像是估计的，请核实`,
    };
  },
};

const byStart = (matches: readonly RegExpExecArray[], index: TextIndex): Map<number, RegExpExecArray[]> => {
  const groups = new Map<number, RegExpExecArray[]>();
  for (const match of matches) {
    const { start } = index.sentenceAt(match.index);
    groups.set(start, [...(groups.get(start) ?? []), match]);
  }
  return groups;
};
