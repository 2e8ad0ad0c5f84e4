import type { Rule } from '../rule.ts';

const reported = (name: string): string =>
  [...new Set([...name.matchAll(/述([职廉责学法德纪效党评])/g)].map((match) => match[1] ?? ''))].sort().join('');
const nouns = /(总结|汇报|计划|调研报告|对照检查|发言提纲|方案)/;

export const rule: Rule = {
  meta: {
    id: 'title-mismatch',
    title: '标题与正文自称不一致',
    basis: '《党政机关公文处理工作条例》第十九条：文种正确',
    severity: 'must',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        '2024年述职述廉报告\n现将一年来述职述廉情况报告如下：\n一、履职情况\n认真履职。',
        '2024年述责述廉报告\n现将履职尽责、廉洁自律情况报告如下：\n一、履职情况\n认真履职。',
      ],
      bad: [
        {
          text: '2024年述职述廉报告\n2024年，我认真履职。现将个人述职述廉述法报告如下：\n一、履职情况\n认真履职。',
          found: ['述职述廉述法'],
        },
        {
          text: '某局副局长2024年工作总结\n2024年，我认真履职。现将个人述职述廉情况报告如下：\n一、履职情况\n认真履职。',
          found: ['述职述廉情况'],
        },
        {
          text: '某局2024年党建工作总结\n按照要求，下面就党建工作作简要汇报。\n一、主要工作\n抓学习。',
          found: ['汇报'],
        },
      ],
    },
  },
  *check({ structure: { title, bodyName } }) {
    if (title === null || bodyName === null) return;
    const [above, below] = [reported(title.value), reported(bodyName.value)];
    if (above !== '' && below !== '') {
      if (above === below) return;
      yield {
        start: bodyName.start,
        end: bodyName.end,
        message: `正文自称“${bodyName.value}”，与标题“${title.value}”不一致，请统一`,
      };
      return;
    }
    const titled = nouns.exec(title.value)?.[1];
    if (below !== '' && above === '' && titled !== undefined) {
      yield {
        start: bodyName.start,
        end: bodyName.end,
        severity: 'should',
        message: `标题是“${titled}”，正文自称“${bodyName.value}”，请统一`,
      };
      return;
    }
    const [wanted, said] = [nouns.exec(title.value)?.[1], nouns.exec(bodyName.value)?.[1]];
    if (wanted === undefined || said === undefined || wanted === said) return;
    if (wanted === '发言提纲' && said === '对照检查') return;
    yield {
      start: bodyName.start,
      end: bodyName.end,
      severity: 'hint',
      message: `标题是“${wanted}”，正文自称“${said}”，请统一`,
    };
  },
};
