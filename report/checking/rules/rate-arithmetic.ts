import type { Rule } from '../rule.ts';
import { quantityOf } from '../written-number.ts';

const count = '(\\d[\\d,]*)(人次|名|人|户|家|个|件|条|项|起|处|宗|例|份|批次|批)';
/** 发现问题132个，已整改128个，整改率97%: a whole, a part of it, and the share the part is said to be. */
const rate = new RegExp(
  `${count}(?:[^，。；\\n\\d]{0,8})[，,；、]([^，。；\\n\\d]{1,10})${count}[，,、（(]([一-龥]{0,4}?)([一-龥]{2})率(?:为|达到?|约为)?(\\d+(?:\\.\\d+)?)[%％](?!以上|左右)`,
  'g',
);

export const rule: Rule = {
  meta: {
    id: 'rate-arithmetic',
    title: '比率与前面两个数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '发现问题132个，已整改128个，整改率97%。',
        '受理诉求356件，办结342件，办结率96.07%。',
        '检查企业50家，发现问题120个，整改率100%。',
        '排查隐患86处，当场整改60处，整改率100%。',
        '部署任务320项，未完成8项，完成率97.5%。',
      ],
      bad: [
        { text: '发现问题132个，已整改128个，整改率99.5%。', found: ['132个，已整改128个，整改率99.5%'] },
        { text: '受理诉求356件，办结342件，办结率86.1%。', found: ['356件，办结342件，办结率86.1%'] },
        { text: '应到党员80人，实到60人，到会率85%。', found: ['80人，实到60人，到会率85%'] },
      ],
    },
  },
  *check({ index }) {
    for (const match of index.matches(rate)) {
      const [words, whole, wholeUnit, , part, partUnit, , name, said] = match;
      const [all, some, written] = [quantityOf(whole), quantityOf(part), Number(said)];
      if (wholeUnit !== partUnit || some > all || all === 0 || !speaksOf(match[3] ?? '', name ?? '')) continue;
      const real = (some / all) * 100;
      const tolerance = (said ?? '').includes('.') ? 0.15 : 1;
      if (Math.abs(real - written) <= tolerance) continue;
      yield {
        start: match.index,
        end: match.index + words.length,
        message: `${part}${partUnit}占${whole}${wholeUnit}的 ${Math.round(real * 10) / 10}%，与所写的 ${said}% 不符，请核对`,
      };
    }
  },
};

const attended = /实到|到会|参会|出席|参加/;
/** 当场整改60处 says nothing of what was mended later, 未完成8项 counts the rest. */
const partly = /未|没有|尚|不|当场|当日|现场|立即|立行|首批|按期|按时|提前|其中|新|本月|当年|今年/;

const speaksOf = (clause: string, name: string): boolean =>
  !partly.test(clause) && (clause.includes(name) || (attended.test(clause) && /到会|参会|出席|参与|参加/.test(name)));
