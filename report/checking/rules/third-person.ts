import type { Rule } from '../rule.ts';

const selves =
  /(?:^|[。；，\n\r])[ 　]*((?:[局院校厅镇乡县市区]?(?:党组|党委|党支部|支部|总支)书记|(?:单位)?主要(?:领导|负责人|负责同志)|[局院校]长)(?:认真|切实|严格|始终|主动|坚持)?(?:带头|履行|亲自|主持|落实|扛起|担负)[^，。；\n]{0,16})/g;

/** Somebody spoken of as by another hand. */
const stranger =
  /(?:^|[。；！\n])[ 　]*(该(?:同志|领导|干部|负责人|教师|党员)|此人|其本人|本?述职人|本?报告人|汇报人|作者|[他她])(?=[一-龥])(?![们的]|应当|签)/gm;
/** Who 他 in the next sentence may be. */
const somebody =
  /同志|老人|群众|党员|学生|患者|先生|村民|居民|家庭|干部|职工|孩子|书记|代表|老师|同学|困难|贫困|病人|战士|记者|人员|某/;
export const rule: Rule = {
  meta: {
    id: 'third-person',
    title: '个人报告用第三人称说自己',
    basis: '通行写法：个人述职用第一人称',
    severity: 'hint',
    reportsOnly: true,
    examples: {
      good: [
        {
          text: '2024年述职述廉报告\n一、履职情况\n我带头落实党建责任。党组书记的指导很及时。',
          kind: 'duty-integrity',
        },
        { text: '某局2024年党建工作总结\n一、主要工作\n党组书记带头讲党课。', kind: 'party-building-summary' },
      ],
      bad: [
        {
          text: '2024年述职述廉报告\n一、履职情况\n我认真履职。该同志作风扎实。述职人严格执行规定。',
          kind: 'duty-integrity',
          found: ['该同志', '述职人'],
        },
        {
          text: '2024年述职述廉报告\n一、履职情况\n我认真履职。党组书记带头讲党课2次。',
          kind: 'duty-integrity',
          found: ['党组书记带头讲党课2次'],
        },
      ],
    },
  },
  *check({ index, text, context, structure }) {
    if ((context.kind?.form !== 'person' && structure.author.form !== 'person') || structure.author.form === 'unit')
      return;
    const { name } = structure.author;
    for (const match of index.matches(stranger)) {
      const start = match.index + match[0].length - (match[1]?.length ?? 0);
      const before = index.sentenceAt(Math.max(0, match.index - 1));
      if (/^[他她]/.test(match[1] ?? '') && somebody.test(text.slice(before.start, start))) continue;
      yield {
        start,
        end: start + (match[1]?.length ?? 0),
        severity: /^[他她]/.test(match[1] ?? '') ? 'hint' : 'should',
        message: `个人报告里用“${match[1]}”称呼，若指本人请改用“我”`,
      };
    }
    const comrade = `${name}同志`;
    for (
      let at = name === null ? -1 : text.indexOf(comrade, structure.title?.end ?? 0);
      at >= 0;
      at = text.indexOf(comrade, at + 1)
    ) {
      yield {
        start: at,
        end: at + comrade.length,
        severity: 'should',
        message: `个人报告里称自己为“${comrade}”，请改用“我”`,
      };
    }
    for (const match of index.matches(selves)) {
      const words = match[1] ?? '';
      // In the middle of a sentence it may be somebody else's part, unless the post is the author's own.
      if (match[0].startsWith('，') && !holds(structure.author.post, words)) continue;
      const start = match.index + match[0].length - words.length;
      yield { start, end: start + words.length, message: '个人报告里用职务称呼自己，若指本人请改用“我”' };
    }
  },
};

const holds = (post: string | null, words: string): boolean => {
  const role = /^(?:[^带履亲主落扛担认切严始坚]{0,6}书记|[局院校]长)/.exec(words)?.[0].replace(/^党/, '') ?? '';
  return role !== '' && post?.includes(role) === true;
};
