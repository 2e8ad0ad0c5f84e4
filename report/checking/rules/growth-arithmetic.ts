import type { Remark, Rule } from '../rule.ts';

const number = '(\\d+(?:\\.\\d+)?)';
const amount = '(?:亿元|万元|元|万人次|万人|人次|人|户|家|个|件|万吨|吨|万亩|亩|公里|次)';
const growth = new RegExp(
  `(?:从|由)[^，。；\\d]{0,12}${number}(${amount})[^，。；\\d]{0,4}(?:增长|提高|增加|提升|上升|扩大|增至|增加到|下降|减少|降低|降|减)(?:到|至|为)?${number}(${amount})[，,](?![^，。；\\d]{0,6}(?:年均|平均|每年|月均|较|比|累计|占|增加值|产值|收入))[^，。；\\d]{0,6}(?:增长|增幅达?|提高|增加|下降|降幅达?|降低|减少)(?:了|为|近|约|超过?)?${number}[%％](?!以上|左右)`,
  'g',
);
const points = new RegExp(
  `(?:从|由)[^，。；\\d]{0,12}${number}[%％][^，。；\\d]{0,4}(?:提高|提升|上升|增长|增加|下降|降低|降)(?:到|至|为)?[^，。；\\d]{0,8}${number}[%％][，,][^，。；\\d]{0,6}(?:提高|提升|上升|增长|增加|下降|降低)(?:了|近|约)?${number}个百分点`,
  'g',
);

const shares = new RegExp(
  `产业(?:结构|比例|比重|增加值)[^。；\\n\\d]{0,16}${number}[:：∶]${number}[:：∶]${number}(?![:：∶\\d])`,
  'g',
);

export const rule: Rule = {
  meta: {
    id: 'growth-arithmetic',
    title: '增幅、比重与前后各数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '产值由2亿元增长到2.5亿元，增长25%。',
        '参保率从86.64%提高至93.36%，提高6.72个百分点。',
        '三次产业结构为9.3:40.5:50.2。',
      ],
      bad: [
        { text: '产值由2亿元增长到2.5亿元，增长35%。', found: ['由2亿元增长到2.5亿元，增长35%'] },
        { text: '三次产业结构调整为10.1∶42.5∶50.2。', found: ['产业结构调整为10.1∶42.5∶50.2'] },
        { text: '满意率从80%提高到95%，提高20个百分点。', found: ['从80%提高到95%，提高20个百分点'] },
      ],
    },
  },
  *check({ index }): Iterable<Remark> {
    for (const match of index.matches(growth)) {
      const [before, after, said] = [Number(match[1]), Number(match[3]), Number(match[5])];
      if (match[2] !== match[4] || before === 0) continue;
      const real = (Math.abs(after - before) / before) * 100;
      if (Math.abs(real - said) <= Math.max(1, real * 0.05)) continue;
      yield span(match, `前后两数相比应约为 ${Math.round(real * 10) / 10}%，与所写的 ${said}% 不符，请核对`);
    }
    for (const match of index.matches(points)) {
      const real = Math.abs(Number(match[2]) - Number(match[1]));
      if (Math.abs(real - Number(match[3])) <= 0.11) continue;
      yield span(match, `前后两数相差 ${Math.round(real * 100) / 100} 个百分点，与所写的 ${match[3]} 不符，请核对`);
    }
    for (const match of index.matches(shares)) {
      const sum = Number(match[1]) + Number(match[2]) + Number(match[3]);
      if (Math.abs(sum - 100) <= 0.35 || Math.abs(sum - 100) > 40) continue;
      yield span(match, `三个比重相加为 ${Math.round(sum * 10) / 10}，不是 100，请核对`);
    }
  },
};

const span = (match: RegExpExecArray, message: string): Remark => ({
  start: match.index,
  end: match.index + match[0].length,
  message,
});
