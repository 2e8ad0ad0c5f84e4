import type { Wording } from '../../../core/wording.ts';
import { confusablesOf } from '../confusables.ts';
import { FormulaMatcher } from '../near-miss.ts';
import type { Rule } from '../rule.ts';

const compiled = new WeakMap<Wording, FormulaMatcher>();

const matcherOf = (wording: Wording): FormulaMatcher => {
  const known = compiled.get(wording);
  if (known !== undefined) return known;
  const matcher = new FormulaMatcher(wording.formulas, confusablesOf(wording));
  compiled.set(wording, matcher);
  return matcher;
};

/** Marks that part two phrases; the matcher looks across them. */
const pauses = /[，、,]/;

export const rule: Rule = {
  meta: {
    id: 'formula-slip',
    title: '固定表述差一字',
    basis: '权威文件通行表述',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
        '学习贯彻习近平新时代中国特色社会主义经济思想。',
        '发挥战斗堡垒作用和党员先锋模范作用。',
      ],
      bad: [
        { text: '高举中国特色社会主义伟大旗织。', found: ['高举中国特色社会主义伟大旗织'] },
        { text: '紧密团结在以习近平同志为核的党中央周围。', found: ['以习近平同志为核的党中央'] },
        { text: '自觉接受人大监督和政协名主监督。', found: ['自觉接受人大监督和政协名主监督'] },
        { text: '提高政治判断力、政治领导力、政治执行力。', found: ['政治判断力、政治领导力、政治执行力'] },
      ],
    },
  },
  *check({ index, context, text }) {
    for (const { formula, start, end } of matcherOf(context.wording).find(index.folded)) {
      if (pauses.test(text.slice(start, end)) && !pauses.test(formula.text)) continue;
      yield {
        start,
        end,
        severity: formula.severity ?? 'should',
        message: `“${text.slice(start, end)}”与通行表述“${formula.text}”差一个字，请核对`,
        suggestion: formula.text,
      };
    }
  },
};
