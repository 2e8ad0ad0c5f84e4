import type { Remark, Rule, RuleInput } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'dated-fact',
    title: '会议、年份提法与报告年度不符',
    basis: null,
    severity: 'should',
    family: 'wording',
    reportsOnly: true,
    examples: {
      good: [
        '2023年工作总结\n一、工作\n学习党的二十届二中全会精神，把全会精神落到实处。',
        '2024年工作总结\n一、工作\n2023年是全面贯彻党的二十大精神的开局之年。',
      ],
      bad: [
        {
          text: '2023年工作总结\n一、工作\n深入学习党的二十届三中全会精神。',
          kind: 'annual-summary',
          found: ['二十届三中全会'],
        },
        {
          text: '2024年工作总结\n一、工作\n2024年是贯彻党的二十大精神的开局之年。',
          kind: 'annual-summary',
          found: ['2024年是贯彻党的二十大精神的开局之年'],
        },
        {
          text: '2024年工作总结\n一、工作\n2023年是实施“十四五”规划的关键之年，是脱贫攻坚的收官之年。',
          kind: 'annual-summary',
          found: ['是脱贫攻坚的收官之年'],
        },
        { text: '2023年工作总结\n一、工作\n把全会精神落实到工作中。', kind: 'annual-summary', found: ['全会精神'] },
        {
          text: '2023年工作总结\n一、工作\n学习党的二十届九中全会精神。',
          kind: 'annual-summary',
          found: ['二十届九中全会'],
        },
      ],
    },
  },
  check: (input) => [...meetings(input), ...years(input), ...unnamed(input)],
};

function* meetings({ text, index, context, structure }: RuleInput): Iterable<Remark> {
  const { meetings: known } = context.wording.datedFacts;
  const year = yearOf(structure.title?.value);
  const latest = known.at(-1)?.closed ?? '';
  for (const match of index.matches(/(十[八九]|二十[一二]?)届([一二三四五六七八九])中全会/g)) {
    const held = known.find(({ name }) => name === match[0]);
    const span = { start: match.index, end: match.index + match[0].length };
    if (held === undefined) {
      if (match[1] === '二十' && latest.slice(0, 4) >= '2025' && '五六七'.includes(match[2] ?? '')) continue;
      if (match[1] === '二十一' || match[1] === '二十二') continue;
      yield { ...span, message: `没有开过“${match[0]}”，请核对届次` };
      continue;
    }
    if (year === null || Number(held.closed.slice(0, 4)) <= year || isPlan(text, match.index, structure)) continue;
    yield {
      ...span,
      message: `“${match[0]}”${held.closed.replace('-', '年')}月才召开，${year} 年的报告里不应出现，请核对`,
    };
  }
}

/** Only a year in the title is sure enough to call a meeting too late. */
const yearOf = (title: string | undefined): number | null =>
  Number(/(?:19|20)\d{2}(?=年)/.exec(title ?? '')?.[0] ?? 0) || null;

const isPlan = (_text: string, at: number, structure: RuleInput['structure']): boolean =>
  structure.sections.some((section) => section.roles.includes('plans') && section.start <= at && at < section.end) ||
  structure.unheaded.some(({ part, span }) => part === 'plans' && span.start <= at && at < span.end);

function* years({ index, context }: RuleInput): Iterable<Remark> {
  for (const match of index.matches(/((?:19|20)\d{2})年是[^。；！\n]{0,120}/g)) yield* claims(match, context);
}

/** What a year is said to be: one claim a clause. A place may have reached early what the country reached in 2020. */
function* claims(sentence: RegExpExecArray, context: RuleInput['context']): Iterable<Remark> {
  const year = sentence[1] ?? '';
  for (const match of sentence[0].matchAll(/[^，、年]{0,30}(开局|收官|起步|决胜)之年/g)) {
    const [nearest, name] = match;
    const facts = context.wording.datedFacts.years.filter(
      (fact) => nearest.includes(fact.about) && fact.name === `${name}之年`,
    );
    if (facts.length === 0 || facts.some((fact) => String(fact.year) === year)) continue;
    if (facts.some(({ about, year: when }) => /小康|脱贫/.test(about) && Number(year) < when)) continue;
    const from = sentence[0].slice(0, match.index).includes('之年') ? match.index : 0;
    yield {
      start: sentence.index + from,
      end: sentence.index + match.index + nearest.length,
      message: `“${facts[0]?.about}”的${name}之年是 ${facts[0]?.year} 年，请核对年份`,
    };
  }
}

/** 全会精神 in a text that names no plenum. */
function* unnamed({ text, index }: RuleInput): Iterable<Remark> {
  const [match] = index.matches(/(?<![届次央中部省市县区委团代])全会精神/g);
  if (match === undefined || /[中次]全会|全体会议/.test(text)) return;
  yield {
    start: match.index,
    end: match.index + match[0].length,
    severity: 'hint',
    message: '前文没有提到是哪次全会，请写明，或核对是否从往年材料带来',
  };
}
