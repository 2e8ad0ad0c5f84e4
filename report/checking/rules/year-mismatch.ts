import type { Remark, Rule, RuleInput } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'year-mismatch',
    title: '年份前后不一致',
    basis: null,
    severity: 'should',
    family: 'figure',
    reportsOnly: true,
    examples: {
      good: [
        '某局2024年工作总结\n现将2024年工作总结如下：\n一、主要工作\n抓学习。\n二、2025年工作打算\n抓落实。',
        '某局2024年工作总结和2025年工作计划\n现将2024年工作总结如下：\n一、主要工作\n抓学习。',
      ],
      bad: [
        {
          text: '某局2024年工作总结\n现将2023年工作情况总结如下：\n一、主要工作\n抓学习。\n二、问题\n不够。',
          found: ['现将2023年'],
        },
        {
          text: '某局2024年工作总结\n2023年，我局认真履职。现将情况总结如下：\n一、主要工作\n抓学习。',
          found: ['2023年'],
        },
        {
          text: '某局2024年工作总结\n现将工作情况总结如下：\n一、主要工作\n抓学习。\n二、2023年工作打算\n抓落实。',
          found: ['2023年'],
        },
        {
          text: '某局2024年工作总结\n一、主要工作\n抓学习。',
          requirements: { year: 2025 },
          found: ['某局2024年工作总结'],
        },
      ],
    },
  },
  check: (input) => [...told(input), ...plans(input), ...asked(input)],
};

const yearIn = (words: string | undefined): number | null => {
  const year = words?.match(/(?:19|20)\d{2}/)?.[0];
  return year === undefined ? null : Number(year);
};

/** The same wrong year in the first words and in 现将…: one fault. */
function* told(input: RuleInput): Iterable<Remark> {
  const [first, ...others] = [...opening(input), ...beginning(input)];
  if (first === undefined) return;
  const year = yearIn(first.message.split('这里')[1] ?? first.message.split('开头')[1]);
  const same = others.filter(({ message }) => yearIn(message.split(/这里|开头/)[1]) === year);
  yield { ...first, also: same.map(({ start, end }) => ({ start, end })) };
  yield* others.filter((other) => !same.includes(other));
}

function* opening({ structure, text }: RuleInput): Iterable<Remark> {
  const years = [...(structure.title?.value ?? '').matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year));
  const [first] = years;
  if (first === undefined || structure.title === null) return;
  const from = structure.title.end;
  for (const match of text
    .slice(from, from + 1500)
    .matchAll(
      /(?:现将|现就|下面(?:将|就)|我将|(?<=[。\n])(?:回顾|总结))[^。；\n]{0,12}?((?:19|20)\d{2})年(?!以来|至|—|-)/g,
    )) {
    if (years.includes(Number(match[1]))) continue;
    const start = from + match.index;
    yield {
      start,
      end: start + match[0].length,
      severity: 'must',
      message: `标题写的是 ${first} 年，这里写的是 ${match[1]} 年，请核对`,
    };
  }
}

/** A report on one year that opens with another one. */
function* beginning({ structure, text, context }: RuleInput): Iterable<Remark> {
  const { title, opening } = structure;
  const year = yearIn(title?.value);
  if (year === null || opening === null || context.kind?.id === 'government-work-report') return;
  const match = /^\s*((?:19|20)\d{2})年(?:(?:度)?(?:以来)?，|是[^。，]{2,20}一年[，。])/.exec(
    text.slice(opening.start, opening.start + 40),
  );
  if (match === null || title?.value.includes(match[1] ?? '') === true) return;
  yield {
    start: opening.start,
    end: opening.start + match[0].length - 1,
    message: `标题写的是 ${year} 年，开头写的是 ${match[1]} 年，请核对`,
  };
}

function* plans({ structure }: RuleInput): Iterable<Remark> {
  const year = yearIn(structure.title?.value);
  if (year === null) return;
  for (const section of structure.sections) {
    if (!section.roles.includes('plans') || section.roles.includes('duties') || section.roles.includes('problems'))
      continue;
    const match = /((?:19|20)\d{2})年(?![^，。]{0,6}(?:总结|回顾|问题|不足))/.exec(section.title);
    if (match === null || Number(match[1]) >= year || section.mode === 'inline') continue;
    const offset = section.heading.start;
    yield {
      start: offset + Math.max(0, section.title === '' ? 0 : (section.number?.length ?? 0) + match.index),
      end: Math.min(section.heading.end, offset + (section.number?.length ?? 0) + match.index + match[0].length),
      message: `这是 ${year} 年的报告，打算却写的是 ${match[1]} 年，请核对`,
    };
  }
}

function* asked({ structure, context }: RuleInput): Iterable<Remark> {
  const { year } = context.requirements;
  const { title } = structure;
  if (year === undefined || title === null) return;
  const written = yearIn(title.value);
  if (written === null || written === year) return;
  yield {
    start: title.start,
    end: title.end,
    severity: 'must',
    basis: '本次收集的要求',
    message: `本次收集的是 ${year} 年的报告，标题写的是 ${written} 年`,
  };
}
