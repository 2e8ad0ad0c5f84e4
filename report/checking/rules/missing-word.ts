import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const turned =
  /“([^”\n]{2,14})”(?:向|到|变)“[^”\n]{2,14}”(?:的)?(?:[一-龥]{0,4}(?:转变|转型|转化|跨越|迈进|升级|嬗变|蝶变|新局面|转|变化))?/g;
const patterns: readonly Pattern[] = [
  {
    pattern: turned,
    message: (match) => `“${match[1]}”前面缺“从”或“由”`,
    suggestion: (match) => `从${match[0]}`,
    unless: (match, text) => {
      const clause = /[^。；！？\n]*$/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
      const to = /”(?:向|到|变)/.exec(match[0])?.[0] ?? '';
      return (
        /[从由自让把将变对给与和、]$|(?:从|由|自|让|把|将|变)[^，]{0,12}$|(?:实现|推动|推进|完成|加快|畅通|力促|加速)[^，]{0,10}$/.test(
          clause,
        ) ||
        (to === '”向' && !/转变|转型|转化|跨越|迈进|升级/.test(match[0])) ||
        (to === '”到' &&
          !/转变|跨越|新局面|变化|嬗变/.test(match[0]) &&
          !/^“[^”]{2,14}”到“/.test(text.slice(match.index + match[0].length)) &&
          !/形成了?$/.test(clause)) ||
        to === '”变'
      );
    },
  },
  {
    pattern: /(?<=[，。；、\n])(?:积极|大力|扎实|认真|切实|着力)“([^”\n]{4,20})”(?=[，。；])/g,
    message: (match) => `“${match[0].slice(0, match[0].indexOf('“'))}”后面像是漏了动词，如“推行”“开展”`,
    unless: (match) =>
      /、|^(?:保|治|双|巩|走|引|请|拆|打|建|转|创|争|招|补|赋|搭|进|回|送|聚|抓|扩|强|破|立|上|减|降|清|牵|联|对|培|升|育|跑|拓|增|稳|提|做|开|招|盘|腾|退|育)/.test(
        match[1] ?? '',
      ),
  },
  {
    pattern: /(?:结对|联系|包联|帮扶|共建)的(?:街道)?(?:办事处|镇|乡)(?:村|社区)(?:党支部|党组织|党总支)/g,
    message: (match) => `“${match[0]}”里没有写明是哪个地方，请补上名称`,
  },
];

export const rule: Rule = {
  meta: {
    id: 'missing-word',
    title: '像是漏了词',
    basis: null,
    severity: 'should',
    family: 'wording',
    examples: {
      good: [
        '推动作风从“慢半拍”向“快一步”转变。',
        '积极“走出去”，学习外地经验。',
        '实现“要我学”到“我要学”的转变。',
        '由“软任务”变为“硬指标”。',
      ],
      bad: [
        { text: '促使医院“以治病为主”向“以健康为主”转变。', found: ['“以治病为主”向“以健康为主”转变'] },
        { text: '服务群众，积极“一窗办结服务”，办事提速。', found: ['积极“一窗办结服务”'] },
        { text: '与结对的办事处村党支部开展活动。', found: ['结对的办事处村党支部'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns, 'match'),
};
