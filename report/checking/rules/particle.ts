import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const pure =
  '(?:不断|切实|自觉|广泛|认真细致|积极主动|更好|较好|进一步|逐步|认认真真|扎扎实实|踏踏实实|原原本本|老老实实|勤勤恳恳|切切实实)';
const manner = `(?:${pure}|很好|顺利|圆满|充分|原原本本|有效|有力|有序|及时|认真|积极|严格|全面|扎实|深入|主动|大力|努力|持续|稳步|创造性)`;
const doing =
  '(?:完成|推动|促进|落实|学习|加强|提高|推进|保障|维护|执行|贯彻|做好|履行|解决|实现|发挥|改善|开展|提升|增强|遵守|服务|掌握|了解|反映|带动|激发|调动|配合|支持|参与|参加|组织|抓好|做到|投入|查处|处理|遏制|化解|宣传|打击|整治|纠正|防范|展示|传达|部署|检查|排查)';
/** What goes before these describes a thing, 提供更好的服务, as 更好 alone after them does. */
const given =
  '(?:[了更以是有给做作]|得到|开展|进行|给予|提供|形成|营造|需要|具有|具备|产生|引起|获得|赢得|受到|采取|建立|拥有)';
/** Words of doing that name an activity as well, and what they then describe: 宣传活动, 检查制度. */
const activity = /^(?:学习|服务|宣传|检查|整治|打击|排查|防范|处理|组织|配合|支持|参与|部署|保障|解决|落实|执行)/;
const ofActivity =
  /^(?:活动|工作|教育|培训|行动|力量|体系|渠道|方式|内容|平台|队伍|声势|阵地|氛围|计划|方案|任务|目标|能力|水平|力度|成果|成效|意识|精神|经验|模式|途径|手段|形式|方法|需求|关系|网络|资源|结果|过程|态度|理念)/;
const done =
  '(?:抓|做|落实|学|干|管|查|开展|执行|整改|完成|推进|发挥|坚持|贯彻|履行|准备|组织|研究|谋划|理解|把握|领会)';
const degree =
  '(?:(?:还|仍)?(?:不够|不太|不是很|不紧|不实|不好|不严|不细|不深|不透|不牢)|更好|更实|更紧|有声有色|井井有条|扎扎实实|井然有序|红红火火|风生水起|有条不紊|淋漓尽致)';
/** What only describes how something goes when a stop follows. */
const manners =
  '(?:缓慢|默契|彻底|到位|深入|扎实|完善|顺利|及时|全面|突出|明显|严格|规范|认真|细致|充分|紧密|融洽|薄弱|滞后|粗放|随意|松散|迅速|快|慢|好|差|紧|松|实|细|严|深|透|牢|广|多|少|高|低)';
const very = '(?:还|仍)?(?:比较|非常|十分|相当|很|较为|不够|不太|不是很)';
const people = '(?:群众|干部|职工|党员|们|大家|单位|同志|企业|部门|领导|组织|同事|家人|社会)';
const theirs =
  '(?:关心|支持|帮助|信任|理解|厚爱|培养|期望|期待|满意|利益|需求|权益|意见|诉求|生活|思想|能力|素质|意识|作用|精神|作风|呼声|积极)';

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`[一-龥]{2}(的)(?=(?:${doing}了|(?:投入|融入|参与|服务|适应)到))`, 'g'),
    anchor: new RegExp(`的(?=(?:${doing}了|(?:投入|融入|参与|服务|适应)到))`, 'g'),
    message: '动词前面用“地”',
    suggestion: '地',
  },
  {
    pattern: new RegExp(`(?:[，。；：、\\n]${manner}|(?<!${given})${pure})(的)(?=${doing}[一-龥]{2})`, 'g'),
    anchor: new RegExp(`的(?=${doing}[一-龥]{2})`, 'g'),
    message: '动词前面用“地”',
    suggestion: '地',
    unless: ({ 0: words, index }, text) =>
      /^(?:功能|作用|服务|情况|问题|困难|办法|措施|机制|环境|基础|条件|保障|支持|制度|要求)/.test(
        text.slice(index + words.length + 2, index + words.length + 4),
      ) ||
      (activity.test(text.slice(index + words.length, index + words.length + 2)) &&
        ofActivity.test(text.slice(index + words.length + 2, index + words.length + 4))) ||
      /^[^，。；\n]{0,20}(?:的|是)/.test(text.slice(index + words.length + 2)),
  },
  {
    pattern: new RegExp(`${manner}(得)(?=${doing})`, 'g'),
    anchor: new RegExp(`得(?=${doing})`, 'g'),
    message: '动词前面用“地”',
    suggestion: '地',
  },
  {
    pattern: new RegExp(`${done}([的地])(?=${degree})`, 'g'),
    anchor: new RegExp(`[的地](?=${degree})`, 'g'),
    message: '动词后面说程度用“得”',
    suggestion: '得',
  },
  {
    pattern: new RegExp(`[一-龥]{2}([的地])${very}${manners}(?=[，。；])`, 'g'),
    anchor: new RegExp(`[的地]${very}${manners}(?=[，。；])`, 'g'),
    message: '动词后面说程度用“得”',
    suggestion: '得',
  },
  {
    pattern: new RegExp(`${people}([地得])(?=${theirs})`, 'g'),
    anchor: new RegExp(`[地得](?=${theirs})`, 'g'),
    message: '名词前面用“的”',
    suggestion: '的',
  },
  {
    pattern: /(?:取得了?|存在)(地)(?=[一-龥])/g,
    anchor: /地(?=[一-龥])/g,
    message: '名词前面用“的”',
    suggestion: '的',
  },
];

export const rule: Rule = {
  meta: {
    id: 'particle',
    title: '“的”“地”“得”用错',
    basis: '《现代汉语词典》：状语后用“地”，补语前用“得”',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '较好地完成了任务。',
        '任务完成得更好，取得更好的成绩。',
        '不落实的不良行为',
        '有效的解决办法。',
        '得到进一步的贯彻执行。',
        '群众得实惠，有领导地进行。',
        '执行的更加自觉的做法',
        '开展广泛的宣传活动，以更好的服务回报群众。',
      ],
      bad: [
        { text: '较好的完成了全年任务。', found: ['的'] },
        { text: '理论学习抓的不紧。', found: ['的'] },
        { text: '一年来，深入的学习上级文件。', found: ['的'] },
        { text: '认认真真的落实每项任务。', found: ['的'] },
        { text: '严肃的查处了案件，更加积极的投入到工作中。', found: ['的', '的'] },
        { text: '工作推进的比较缓慢。', found: ['的'] },
        { text: '感谢同志们地支持。', found: ['地'] },
        { text: '我们将扎实得推进各项工作。', found: ['得'] },
        { text: '各项活动组织的井井有条。', found: ['的'] },
        { text: '切实维护群众地利益，制度执行地还不够好。', found: ['地', '地'] },
        { text: '党员得意识明显增强。', found: ['得'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
