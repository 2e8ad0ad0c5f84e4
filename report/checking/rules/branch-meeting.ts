import type { Rule } from '../rule.ts';

const held =
  /(?:坚持|定期|按时|按期|组织|认真|共|先后|高质量)*(?:召开|开好|组织召开)(?:好|了|\d+次)?(?:专题|年度|党支部|支部)?民主生活会/g;
/** Said of branches in anybody's report. */
const byBranches =
  /党?支部(?:班子|委员会|成员|书记)?(?:带头|按时|按期|定期|认真|先后|均|都|共|及时|组织|高质量)*召开(?:好|了)?(?:\d+次)?(?:专题|年度)*民主生活会/g;
const branch = /(?:党?支部(?:委员会)?书记|支部班子|支委会)/;

export const rule: Rule = {
  meta: {
    id: 'branch-meeting',
    title: '党支部写成召开民主生活会',
    basis: '《县以上党和国家机关党员领导干部民主生活会若干规定》第二条；《中国共产党支部工作条例（试行）》第十七条',
    severity: 'should',
    family: 'wording',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: '2024年党委书记抓基层党建工作述职报告\n一、履职情况\n召开民主生活会，开展批评与自我批评。',
          kind: 'party-building-duty',
        },
        {
          text: '2024年党支部书记抓基层党建工作述职报告\n一、履职情况\n召开组织生活会，开展批评与自我批评。',
          kind: 'party-building-duty',
        },
      ],
      bad: [
        {
          text: '2024年党委书记抓基层党建工作述职报告\n一、履职情况\n指导9个党支部按时召开民主生活会。',
          kind: 'party-building-duty',
          found: ['党支部按时召开民主生活会'],
        },
        {
          text: '2024年党支部书记抓基层党建工作述职报告\n一、履职情况\n作为党支部书记，我定期召开民主生活会，开展批评与自我批评。',
          kind: 'party-building-duty',
          found: ['定期召开民主生活会'],
        },
      ],
    },
  },
  *check({ text, index, structure, context }) {
    const head = `${structure.title?.value ?? ''}${structure.author.unit ?? ''}${structure.author.post ?? ''}${
      structure.opening === null ? '' : text.slice(structure.opening.start, structure.opening.end)
    }`;
    const ofBranch =
      context.kind?.id === 'party-building-duty' && branch.test(head) && !/党委书记|党组书记|党工委书记抓/.test(head);
    for (const match of index.matches(ofBranch ? held : byBranches)) {
      yield {
        start: match.index,
        end: match.index + match[0].length,
        message: '民主生活会由县以上领导班子召开，党支部召开的是组织生活会，请核对',
      };
    }
  },
};
