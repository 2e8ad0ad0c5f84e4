import type { Severity } from '../../../core/finding.ts';
import type { Wording } from '../../../core/wording.ts';
import { confusablesOf } from '../confusables.ts';
import { FormulaMatcher, type NearMiss } from '../near-miss.ts';
import type { Rule } from '../rule.ts';

const compiled = new WeakMap<Wording, FormulaMatcher>();

const matcherOf = (wording: Wording): FormulaMatcher => {
  const known = compiled.get(wording);
  if (known !== undefined) return known;
  const matcher = new FormulaMatcher(wording.formulas, confusablesOf(wording));
  compiled.set(wording, matcher);
  return matcher;
};

/** What is said behind “…”与通行表述“…”, and how grave it is where the formula does not say. */
const slips: Record<NearMiss['kind'], { readonly said: string; readonly severity: Severity }> = {
  character: { said: '差一个字', severity: 'should' },
  swapped: { said: '字序不同', severity: 'should' },
  replaced: { said: '有一个词不同', severity: 'should' },
  reordered: { said: '先后顺序不同', severity: 'should' },
  missing: { said: '相比少了词语', severity: 'hint' },
};

/** Marks that part two phrases; the matcher looks across them. */
const pauses = /[，、,]/;

export const rule: Rule = {
  meta: {
    id: 'formula-slip',
    title: '固定表述有出入',
    basis: '权威文件通行表述',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
        '学习贯彻习近平新时代中国特色社会主义经济思想。',
        '发挥战斗堡垒作用和党员先锋模范作用。',
        '落实党风廉政建设责任，压实全面从严治党监督责任。',
        '增强群众的获得感、安全感、幸福感。',
      ],
      bad: [
        { text: '高举中国特色社会主义伟大旗织。', found: ['高举中国特色社会主义伟大旗织'] },
        { text: '紧密团结在以习近平同志为核的党中央周围。', found: ['以习近平同志为核的党中央'] },
        { text: '自觉接受人大监督和政协名主监督。', found: ['自觉接受人大监督和政协名主监督'] },
        { text: '提高政治判断力、政治领导力、政治执行力。', found: ['政治判断力、政治领导力、政治执行力'] },
        { text: '贯彻落实中央八项规地精神。', found: ['中央八项规地精神'] },
        { text: '学习习近平新代时中国特色社会主义思想。', found: ['习近平新代时中国特色社会主义思想'] },
        { text: '树牢政治意识、大局意识、看齐意识。', found: ['政治意识、大局意识、看齐意识'] },
        { text: '不断自我净化、自我完善、自我革命、自我提高。', found: ['自我净化、自我完善、自我革命、自我提高'] },
        { text: '加强自我完善、自我净化、自我革新、自我提高。', found: ['自我完善、自我净化、自我革新、自我提高'] },
      ],
    },
  },
  *check({ index, context, text }) {
    for (const { formula, kind, start, end } of matcherOf(context.wording).find(index.folded)) {
      if (pauses.test(text.slice(start, end)) && !pauses.test(formula.text)) continue;
      const { said, severity } = slips[kind];
      yield {
        start,
        end,
        severity: formula.severity ?? severity,
        message: `“${text.slice(start, end)}”与通行表述“${formula.text}”${said}，请核对`,
        suggestion: formula.text,
      };
    }
  },
};
