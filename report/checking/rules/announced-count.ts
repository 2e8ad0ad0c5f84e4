import type { Remark, Rule } from '../rule.ts';

const announced =
  /(?<![十百\d])(?:([一二三四五六七八九十两])|(\d{1,2}))(?:个方面|点|个问题|个不足|方面|项工作|个短板|个方面的?(?:问题|工作|不足|体会)|条|项措施)[^。；，\n]{0,14}[：:]\s*(?=一是)/g;
const ordinals = '一二三四五六七八九十';

export const rule: Rule = {
  meta: {
    id: 'announced-count',
    title: '分述的条数与总数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    examples: {
      good: ['主要有三个方面：一是学习不够；二是创新不够；三是作风不实。', '反思有2点：一是学习。二是创新。'],
      bad: [
        { text: '主要有四个方面：一是学习不够；二是创新不够；三是作风不实。', found: ['四个方面：'] },
        { text: '反思有3点：一是学习不够。\n二是创新不够。', found: ['3点：'] },
      ],
    },
  },
  *check({ text, index }): Iterable<Remark> {
    for (const match of index.matches(announced)) {
      const said =
        match[2] === undefined
          ? '两'.includes(match[1] ?? '')
            ? 2
            : ordinals.indexOf(match[1] ?? '') + 1
          : Number(match[2]);
      const from = match.index + match[0].length;
      const rest =
        text
          .slice(from, from + 20_000)
          .split(/\n[ 　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/)[0] ?? '';
      const found = pointsIn(rest);
      if (found === said || found < 2) continue;
      yield {
        start: match.index,
        end: from,
        message: `前面说 ${said} 条，后面只数到“${ordinals[found - 1]}是”，共 ${found} 条，请核对`,
      };
    }
  },
};

/** How far 一是, 二是, 三是 … go on without starting anew. */
const pointsIn = (text: string): number => {
  let count = 0;
  let from = 0;
  for (const ordinal of ordinals) {
    const next = text.indexOf(`${ordinal}是`, from);
    const restart = count > 0 ? text.indexOf('一是', from) : -1;
    if (restart >= 0 && (next < 0 || restart < next)) return 0;
    if (next < 0) break;
    count += 1;
    from = next + 2;
  }
  return count;
};
