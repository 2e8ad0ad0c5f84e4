import type { Rule } from '../rule.ts';

const unit =
  '(?:亿元|万元|元|万人次|万人|人次|人|名|户|家|个百分点|个|件|条|项|场次|场|期|次|起|处|篇|份|分|亩|公里|吨|万吨|[%％])';
const value = `\\d[\\d,]*(?:\\.\\d+)?(?:余|多)?${unit}(?:以上|左右)?`;
/** 参保率、报销率分别为98%和75%: what is named one by one, and its values. */
const respective = new RegExp(`(?:分别|依次)[一-龥]{0,8}?(${value}(?:[、和及与]${value}){1,6})(?![、和及与])`, 'g');
const namesBefore = /(?:^|[，。；：:\n])((?:\d{1,2}(?=[个家所名位项条]))?[^，。；：:\n\d（）()]{2,40})$/;
const counted = /(?<![第近])([二两三四五六七八九]|\d{1,2})(?:个|家|所|名|位|项|条)[一-龥]{1,8}$/;
/** Names that stand for several, or go on with what was named before. */
const notPlain = /[“”]|等|城乡|一二三|一二产|国省|由|比|其中|[个年均]$/;
const numerals = '零一二三四五六七八九';

export const rule: Rule = {
  meta: {
    id: 'respective-count',
    title: '“分别”前后的个数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '参保率、报销率分别为98%、75%。',
        '工业、建筑业和服务业增加值分别增长8%、5%和6%。',
        '规上工业和固定资产投资分别增长8%、12%。',
        '两个社区分别投入20万元、30万元。',
      ],
      bad: [
        { text: '参保率、报销率、满意率分别为98%、75%。', found: ['参保率、报销率、满意率分别为98%、75%'] },
        { text: '办案数和结案数分别为120件、115件、96件。', found: ['办案数和结案数分别为120件、115件、96件'] },
        { text: '两个社区分别投入20万元、30万元、15万元。', found: ['两个社区分别投入20万元、30万元、15万元'] },
      ],
    },
  },
  *check({ index, text }) {
    for (const match of index.matches(respective)) {
      const [words, values = ''] = match;
      const names = namesBefore.exec(text.slice(Math.max(0, match.index - 44), match.index))?.[1] ?? '';
      const said = [...values.matchAll(new RegExp(value, 'g'))].length;
      const [least, most] = named(names);
      if (least < 2 || (said >= least && said <= most) || notPlain.test(names)) continue;
      yield {
        start: match.index - names.length,
        end: match.index + words.length,
        message: `“分别”前面是 ${least === most ? least : `${least}～${most}`} 项，后面列了 ${said} 个数，请核对`,
      };
    }
  },
};

/** How many things are named, at least and at most: 和 joins two of them or belongs to one name. */
const named = (words: string): readonly [number, number] => {
  const commas = words.split('、').length;
  const joined = [...words.matchAll(/[和及与]/g)].length;
  if (commas > 1 && joined > 1) return [0, 0];
  if (commas > 1 || joined > 0) return [Math.max(2, commas), (commas + joined) * (commas > 1 && joined > 0 ? 2 : 1)];
  const count = counted.exec(words)?.[1];
  if (count === undefined) return [0, 0];
  const value = /\d/.test(count) ? Number(count) : numerals.indexOf(count.replace('两', '二'));
  return [value, value];
};
