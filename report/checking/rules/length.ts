import type { Rule } from '../rule.ts';

const enough = '认真履行岗位职责，落实各项工作部署。'.repeat(100);

export const rule: Rule = {
  meta: {
    id: 'length',
    title: '篇幅超出要求',
    basis: null,
    severity: 'should',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        { text: `2024年述职述廉报告\n一、履职情况\n${enough}`, kind: 'duty-integrity' },
        { text: `2024年述职报告\n一、履职情况\n${enough}`, requirements: { maxCharacters: 2000 } },
      ],
      bad: [
        {
          text: `2024年述职报告\n一、履职情况\n${enough}`,
          requirements: { maxCharacters: 1000 },
          found: ['2024年述职报告'],
        },
        {
          text: '2024年述职报告\n一、履职情况\n认真履职。',
          requirements: { minCharacters: 1000 },
          found: ['2024年述职报告'],
        },
      ],
    },
  },
  *check({ text, structure, context, document }) {
    const { kind, requirements } = context;
    const first = document.blocks[0];
    if (kind === null || first === undefined) return;
    const place = structure.title ?? { start: first.start, end: Math.min(first.end, first.start + 30) };
    const counts = countsOf(text);
    const said = `全文 ${counts.all} 字（汉字和数词按词计 ${counts.words} 字）`;
    const { minCharacters, maxCharacters } = requirements;
    const span = { start: place.start, end: place.end };
    if (maxCharacters !== undefined && counts.words > maxCharacters) {
      yield { ...span, basis: '本次收集的要求', message: `${said}，要求不超过 ${maxCharacters} 字，请压缩` };
    } else if (minCharacters !== undefined && counts.all < minCharacters) {
      yield { ...span, basis: '本次收集的要求', message: `${said}，要求不少于 ${minCharacters} 字，请充实` };
    } else if (minCharacters === undefined && maxCharacters === undefined) {
      const { min, max } = kind.length;
      const outside =
        max !== undefined && counts.words > max
          ? `多于通常的 ${max} 字`
          : min !== undefined && counts.all < min
            ? `少于通常的 ${min} 字`
            : null;
      if (outside !== null) yield { ...span, severity: 'hint', message: `${said}，${outside}，请看是否合适` };
    }
  },
};

/** Two customs: every character that is no white space, and Han characters plus one for each Latin word or number. */
const countsOf = (text: string): { all: number; words: number } => {
  let all = 0;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const han = code >= 0x4e00 && code <= 0x9fff;
    const latin = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (han || (latin && !inWord)) words += 1;
    inWord = latin || (inWord && (code === 46 || code === 44));
    if (han || latin || !/\s/.test(text[at] ?? '')) all += 1;
  }
  return { all, words };
};
