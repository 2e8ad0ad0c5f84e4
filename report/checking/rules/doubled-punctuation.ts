import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const runs =
  /(?:[。，、；：]\s?){2,}|[。，、；：][！？]+|[！？][。，、；：]+|,{2,}|(?<![.\d])\.\.(?![.\d])|[，。；、：][,.;](?!\d)|[,;](?=[，。；、：])[，。；、：]|！{4,}|？{4,}/g;

export const rule: Rule = {
  meta: {
    id: 'doubled-punctuation',
    title: '标点重复或相撞',
    basis: '《标点符号用法》（GB/T 15834—2011）',
    severity: 'must',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: ['落实责任。”会议强调：“要抓好落实。”', '什么？！真的吗？', '等等……。', '一要学习；二要实干。'],
      bad: [
        { text: '做到了守规矩。。', found: ['。。'] },
        { text: '加强学习，，提高能力。', found: ['，，'] },
        { text: '落实到位，。', found: ['，。'] },
        { text: '措施有力；。成效明显。', found: ['；。'] },
      ],
    },
  },
  *check({ text, index }): Iterable<Remark> {
    const remarks = [...collisions(text, index)];
    const [first, ...others] = remarks;
    if (first === undefined || remarks.length <= many) yield* remarks;
    else {
      const also = others.map(({ start, end }) => ({ start, end }));
      yield { ...first, message: `全文有 ${remarks.length} 处标点重复或相撞，请逐处改正`, also };
    }
  },
};

/** More than these are told as one. */
const many = 8;

function* collisions(text: string, index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(runs)) {
    const words = match[0].trimEnd();
    if (words.includes('\n') || words.length < 2) continue;
    const start = match.index;
    if (/[0-9]：：/.test(text.slice(start - 1, start + 2)) || ellipsis(words)) continue;
    const same = new Set(words.replace(/\s/g, '')).size === 1;
    const strongest = [...'。！？；：，、'].find((mark) => words.includes(mark)) ?? words[0] ?? '';
    yield {
      start,
      end: start + words.length,
      message: same ? `“${words[0]}”重复` : `标点“${words}”连用，请留下合适的一个`,
      suggestion: same ? strongest : strongest,
    };
  }
}

const ellipsis = (words: string): boolean => /^。{3,}$/.test(words);
