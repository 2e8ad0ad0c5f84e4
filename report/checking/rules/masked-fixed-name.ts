import { matched, type Pattern } from '../matching.ts';
import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const mask = '(?:[XxＸ×✕]{1,4}|[*＊]{1,4}|[○〇◯●△□]{1,4}|某{1,3}|_{1,6}|[?？]{2,3})';
const at = (source: string) => new RegExp(source, 'g');
const leader = '习近平的姓名被遮去，公开文件中不得遮盖，请补全';
const afterLatin = (match: RegExpExecArray, text: string) => /[A-Za-z\d]/.test(text[match.index - 1] ?? '');

const patterns: readonly Pattern[] = [
  {
    pattern: at(`党的(?:${mask}十?|[一二]?十${mask})大(?:精神|报告|代表|会议|以来|召开)?`),
    message: '党的代表大会名称被遮去，公开名称不得遮盖，请写明是哪一次大会',
    unless: (match, text) => /[学中小型]/.test(text[match.index + match[0].length] ?? ''),
  },
  {
    pattern: at(`(?:学习|贯彻|落实|宣传|宣讲|迎接|学懂弄通|围绕|喜迎)+${mask}大(?:精神|报告)?(?=[^学中小型]|$)`),
    message: '党的代表大会名称被遮去，公开名称不得遮盖，请写明是哪一次大会',
  },
  {
    pattern: at(`(?:党的)?(?:${mask}|[一二三四五六七八九十]{1,3})届(?:${mask}|[一二三四五六七八九]{1,2})中全会`),
    anchor: /中全会/g,
    message: '全会名称被遮去，公开名称不得遮盖，请写明是哪一次全会',
    unless: (match) => !new RegExp(mask).test(match[0]),
  },
  {
    pattern: at(`(?:${mask}|[A-Z])(?:总书记|近平)`),
    anchor: /总书记|近平/g,
    message: leader,
    unless: afterLatin,
  },
  {
    pattern: at(`(?:${mask}|[A-Z])新时代中国特色社会主义(?:经济|法治|文化|外交|生态文明|强军)?思想`),
    anchor: /新时代中国特色社会主义(?:经济|法治|文化|外交|生态文明|强军)?思想/g,
    message: leader,
    suggestion: '习近平新时代中国特色社会主义思想',
    unless: afterLatin,
  },
  {
    pattern: at(`习${mask}平?|习近${mask}`),
    message: leader,
    unless: (match, text) => /[学练复实研温演]/.test(text[match.index - 1] ?? ''),
  },
  {
    pattern: at(`中央${mask}项规定(?:精神)?|“${mask}个(?:意识|自信|维护|确立|全面|务必)”|${mask}会一课|${mask}岗双责`),
    message: '固定名称被遮去，公开名称不得遮盖，请补全',
  },
  {
    pattern: /(?:以|坚持|贯彻|学习|用|运用|宣传|践行)((?:总书记|主席|习)?新时代中国特色社会主义思想)/g,
    message: '“新时代中国特色社会主义思想”前面少了“习近平”，请补全',
    severity: 'should',
    suggestion: '习近平新时代中国特色社会主义思想',
  },
  {
    pattern: /(?:习近?平?)?新时代中国特色[.．·。*＊X]{1,3}(?:社会)?主义思想/g,
    anchor: /主义思想/g,
    message: '习近平新时代中国特色社会主义思想的名称不完整，请补全',
    suggestion: '习近平新时代中国特色社会主义思想',
  },
  { pattern: /(?<![党政清])风廉政/g, message: '“党风廉政”少了“党”字，请补上', suggestion: '党风廉政' },
  { pattern: at(`(?:建党|建国|改革开放|新中国成立)${mask}周年`), message: '公开的纪念年份被遮去，请补全' },
];

/** Public names of which a part is hidden. */
export const maskedFixedNames = (index: TextIndex): Iterable<Remark> => matched(index, patterns);

export const rule: Rule = {
  meta: {
    id: 'masked-fixed-name',
    title: '公开固定名称被遮盖',
    basis: null,
    severity: 'must',
    family: 'mask',
    examples: {
      good: [
        'XX县坚持党的领导，召开座谈会。',
        '学习习近平总书记重要讲话精神。',
        '引进ABC总部项目。',
        '到XX大学开展合作。',
      ],
      bad: [
        { text: '深入学习党的XX大精神。', found: ['党的XX大精神'] },
        { text: '开展“学习贯彻××大”活动。', found: ['学习贯彻××大'] },
        { text: '认真学习A总书记重要讲话。', found: ['A总书记'] },
        { text: '学习贯彻X新时代中国特色社会主义思想。', found: ['X新时代中国特色社会主义思想'] },
        { text: '贯彻**届**中全会部署。', found: ['**届**中全会'] },
        { text: '落实中央X项规定精神。', found: ['中央X项规定精神'] },
        { text: '坚持以新时代中国特色社会主义思想为指导。', found: ['新时代中国特色社会主义思想'] },
        { text: '学习习新时代中国特色.主义思想。', found: ['习新时代中国特色.主义思想'] },
        { text: '抓好风廉政建设。', found: ['风廉政'] },
      ],
    },
  },
  check: ({ index }) => maskedFixedNames(index),
};
