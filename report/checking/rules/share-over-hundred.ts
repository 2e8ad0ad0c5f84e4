import type { Rule } from '../rule.ts';

const shares =
  /(?:参与率|覆盖率|满意率|满意度|合格率|出勤率|到课率|到会率|参会率|知晓率|参保率|参训率|优良率|优秀率|及格率|入学率|就业率|使用率|占比|占[一-龥]{0,8}?的?|办结率|回访率|签订率|建档率|通过率|化解率|按时率|落实率|整改率)(?:均|已|都|分别|稳定|保持|持续)*(?:达到?|为|在|至|提升至|提升到|提高到|提高至|超过?)*(\d+(?:\.\d+)?)\s?[%％]/g;

export const rule: Rule = {
  meta: {
    id: 'share-over-hundred',
    title: '比率超过百分之百',
    basis: null,
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: ['参保率达到99.8%，满意率100%。', '完成年度任务的120%。', '占年计划的105%。'],
      bad: [{ text: '群众满意率达到198.5%，覆盖率为120％。', found: ['满意率达到198.5%', '覆盖率为120％'] }],
    },
  },
  *check({ index }) {
    for (const match of index.matches(shares)) {
      if (Number(match[1]) <= 100 || /计划|任务|目标|预算|预期|上年|去年/.test(match[0])) continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        severity: /^(?:占(?!比)|参保率|覆盖率|入学率)/.test(match[0]) ? 'should' : 'must',
        message: `“${match[0]}”超过了 100%，请核对`,
      };
    }
  },
};
