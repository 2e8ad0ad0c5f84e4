import type { Span } from '../../../core/span.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'stray-indent',
    title: '段首段尾空格不一致',
    basis: null,
    severity: 'hint',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: [
        '第一段内容。\n第二段内容。\n第三段内容。\n                    某局\n                  2024年1月2日',
        '　　第一段内容。\n　　第二段内容。\n　　第三段内容。',
        '第一段内容。\n第二段内容。',
      ],
      bad: [
        {
          text: '第一段内容。\n第二段内容。\n　　二、存在的问题\n第四段内容。\n第五段内容。',
          found: ['　　二、存在的问题'],
        },
        { text: '第一段内容。\n成效不明显。　　\n第三段内容。', found: ['。　　'] },
      ],
    },
  },
  check: (input) => [...indents(input), ...trails(input)],
};

/** Paragraphs indented by typed spaces where most are not; lines set to the right by many spaces are signatures. */
function* indents({ text, document }: RuleInput): Iterable<Remark> {
  const blocks = document.blocks.filter(({ kind, part }) => kind === 'paragraph' && part === 'body');
  const indented = blocks.filter(({ start }) => /^(?!　{5}|[ \t]{9})[ 　\t]/.test(text.slice(start, start + 9)));
  if (indented.length === 0 || indented.length > blocks.length / 2 || blocks.length < 4) return;
  const [first, ...also] = indented.map(({ start, end }): Span => ({ start, end: Math.min(end, start + 12) }));
  if (first === undefined) return;
  yield { ...first, also, message: `有 ${indented.length} 段用空格缩进，其余没有，请统一` };
}

function* trails({ index }: RuleInput): Iterable<Remark> {
  const spans = index.matches(/[^\s][　]{1,}[ 　\t]*$|[^\s][ 　\t]{2,}$/gm).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const [first, ...also] = spans;
  if (first !== undefined) yield { ...first, also, message: '段末有多余的空格，请删去' };
}
