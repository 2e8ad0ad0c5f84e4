import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'signature-mismatch',
    title: '署名与标题不一致',
    basis: null,
    severity: 'should',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        '丰泽县教育体育局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n丰泽县教体局\n2025年1月6日',
        '丰泽县财政局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n中共丰泽县财政局党组\n2025年1月6日',
      ],
      bad: [
        {
          text: '丰泽县财政局2024年工作总结\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n丰泽县审计局\n2025年1月6日',
          found: ['丰泽县审计局'],
        },
        {
          text: '云岭镇镇长成员丙2024年度述职报告\n一、主要工作\n认真履职，完成全年任务。\n二、存在问题\n学习不够。\n述职人：成员丁\n2025年1月6日',
          found: ['成员丁'],
        },
      ],
    },
  },
  *check({ structure: { title, signature, author }, text }) {
    if (title === null || signature === null) return;
    const words = signature.value.replace(/^[^：:]{2,8}[：:]/, '').trim();
    const signed = words.replace(/\s/g, '');
    const start = Math.max(signature.start, text.indexOf(words, signature.start));
    const span = { start, end: Math.min(signature.end, start + words.length) };
    const plain = title.value.replace(/\s/g, '');
    if (span.end <= span.start || plain.includes(signed) || !/^[一-龥]{2,24}$/.test(signed)) return;
    const [signedPlace, titlePlace] = [placeIn(signed), placeIn(plain.replace(/^(?:关于|20\d\d年度?)+/, ''))];
    if (
      signedPlace !== null &&
      titlePlace !== null &&
      signedPlace[1] === titlePlace[1] &&
      signedPlace[0] !== titlePlace[0]
    ) {
      yield { ...span, message: `署名是“${signed}”，标题写的是“${titlePlace.join('')}”，请核对` };
      return;
    }
    if (author.form === 'unit' && author.unit !== null && unit.test(signed) && unit.test(author.unit)) {
      if (plain.includes(author.unit) && !sameUnit(author.unit, signed))
        yield { ...span, message: `署名是“${signed}”，标题写的是“${author.unit}”，请核对` };
    } else if (author.form === 'person' && author.name !== null && signed.length <= 4 && !unit.test(signed)) {
      if (plain.includes(author.name) && !signed.includes(author.name))
        yield { ...span, message: `署名是“${signed}”，标题写的是“${author.name}”，请核对` };
    }
  },
};

/** The place a name begins with: 青石 and 镇. */
const placeIn = (name: string): readonly [string, string] | null => {
  const found = /^(?:中共)?([一-龥]{2,3})(镇|乡|街道)(?=党|人民|政府|办|[镇乡]?长|20|关于|$)/.exec(name);
  return found === null ? null : [found[1] ?? '', found[2] ?? ''];
};

const unit =
  /(?:委员会|局|厅|部|院|校|中心|公司|集团|镇|乡|街道|办公室|办|处|科|站|所|大队|支队|学|会|社区|村|银行|政府|支部|总支|党委|党组|工委)$/;

/** Abbreviated and full names are one; a party body signs for its unit. */
const sameUnit = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((name) => name.replace(/^中共|(?:委员会|领导班子|党[组委]|党总支|党支部)$/g, ''));
  const [short, long] = (a ?? '').length <= (b ?? '').length ? [a ?? '', b ?? ''] : [b ?? '', a ?? ''];
  let at = -1;
  return [...short].every((character) => {
    at = long.indexOf(character, at + 1);
    return at >= 0;
  });
};
