import type { Remark, Rule } from '../rule.ts';

const half = /(?<=[一-龥”》）])[,;:?!](?=[一-龥“《（\n]|$)/g;
const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
/** 《关于印发<办法>的通知》. */
const inTitle = /《[^《》\n<]{0,40}<(?=[一-龥])/g;
/** A bracket of one width closed by one of the other. */
const unlike = /\([一-龥][^()（）\n]{0,30}）|（[一-龥][^()（）\n]{0,30}\)/g;
const few = 4;

export const rule: Rule = {
  meta: {
    id: 'half-width-marks',
    title: '中文里用了英文标点',
    basis: '《标点符号用法》（GB/T 15834—2011）',
    severity: 'should',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: ['第一，抓学习；第二，抓落实。', '网址www.example.com,时间9:30。', '比例为3:2。'],
      bad: [
        { text: '完成省（市)重点工作，落实(试点）任务。', found: ['（市)', '(试点）'] },
        { text: '第一，抓学习；第二，抓落实，第三，抓创新,提高效率。', found: [','] },
        { text: '学习《关于印发<实施办法>的通知》。', found: ['<'] },
        { text: '抓学习,抓落实,抓创新,抓作风,抓纪律,抓廉政,提高效率，做好工作。', found: [','] },
      ],
    },
  },
  *check({ text, index }): Iterable<Remark> {
    for (const match of index.matches(inTitle)) {
      const start = match.index + match[0].lastIndexOf('<');
      yield { start, end: start + 1, severity: 'hint', message: '书名号里再用书名号写作“〈〉”', suggestion: '〈' };
    }
    for (const match of index.matches(unlike)) {
      const start = match.index;
      const end = start + match[0].length;
      const suggestion = `（${match[0].slice(1, -1)}）`;
      yield { start, end, severity: 'hint', message: '一对括号一个全角、一个半角，请统一为全角', suggestion };
    }
    const spans = index.matches(half).map((match) => ({ start: match.index, end: match.index + 1 }));
    const [first, ...also] = spans;
    if (first === undefined) return;
    if (spans.length > few) {
      yield {
        ...first,
        severity: 'hint',
        message: `全文有 ${spans.length} 处中文语句用了英文标点，请统一改为中文标点`,
        also,
      };
      return;
    }
    for (const span of spans) {
      const mark = text[span.start] ?? '';
      const loose = mark === ':' || (mark === '?' && text[span.end] !== '\n');
      yield {
        ...span,
        ...(loose ? { severity: 'hint' } : {}),
        message: `中文语句里用了英文标点“${mark}”`,
        suggestion: wide[mark] ?? null,
      };
    }
  },
};
