import { boldAt } from './masks.ts';
import { matched, type Pattern } from './matching.ts';
import type { Remark } from './rule.ts';
import type { TextIndex } from './text-index.ts';

const missing = (words: string, unit: string) => `“${words}”里“${unit}”前面没有数字，请补上`;
const units =
  '万元|亿元|元|人次|场次|批次|次|场|期|名|人|户|家|件|条|项|个|份|篇|起|处|亩|公里|千米|册|批|套|台|辆|吨|例|宗|轮|堂|节|课时|平方米|平方公里|公顷|%|％';
const money =
  '(?:资金|金额|基金|经费|收入|支出|补助金?|补贴|投资|救助金|罚款|贷款|善款|捐款|帮扶款|慰问金|物资|税款|产值|利润|奖金|保费|专款|欠款|损失|费用|工资|党费|会费)';
const spent = '(?:投入|筹集|节约|节省|追回|收缴|挽回|募集|争取|拨付|发放|捐赠|捐助|处罚|退还|清退|兑现|减免|救助|报销)';
const event =
  '(?:会议?|座谈会|民主生活会|组织生活会|推进会|培训班?|讲座|党课|调研|检查|督查|学习|活动|宣讲|研讨|演练|谈话|巡查|走访|服务|慰问|执法|整治|约谈|竞赛|比赛|展览)';

const stop = '(?=[，。；、）;,]|$)';
/** A measure word with neither number before nor noun after. */
const ended = (unit: string) => new RegExp(`(?<![\\d０-９一二三四五六七八九十百千几两多])(?:${unit})${stop}`, 'gm');

/** Words that begin with what is a measure word elsewhere. */
const startsWord =
  /个[人体性别案]|项目|条[件例款约]|家[庭园长属乡里]|名[字单称额优义]|户[籍口外]|期[间限望末]|次[序要数生]|人[员民才大们口事力]|元[旦素件]|篇[章幅]|起[来到点步草]|处[理室置罚分在于长]|场[所地景馆次合]|件[件]|节[约日能假]|堂[课而]|台[账阶风]|册/;

/** 姓　　名, 单位　名: what stands alone before the spaces is the other half of a label. */
const spreadLabel = (text: string, at: number): boolean =>
  /(?:^|[\n\t|：:]|[ 　])[一-龥]{1,2}$/.test(text.slice(Math.max(0, at - 4), at));

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`${event}((?:人|场|批)?次)${stop}`, 'gm'),
    anchor: ended('次'),
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern: new RegExp(`(?:${event.replace('会议?|', '')})(场|期|堂|轮)${stop}`, 'gm'),
    anchor: ended('[场期堂轮]'),
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern: new RegExp(`(?<!(?:亩|均|每|吨)[^，。；]{0,8})${money}((?:[万亿]|余万?)?元)${stop}`, 'gm'),
    anchor: ended('元'),
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern: new RegExp(`${spent}(?:${money}|了)?((?:[万亿]|余万?)?元)(?![一-龥])`, 'g'),
    anchor: /(?<![\d０-９])元(?![一-龥])/g,
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern: new RegExp(
      `(?:意见|建议|线索|信息|措施|问题|提案|诉求|标语|短信|简报|文章|稿件|报道|通报|案件|信访件?|来信|纠纷|投诉|工单|承诺书|责任书|协议|宣传单|资料|调研报告|心得体会|论文|体会文章|学习笔记|手册|台账|清单|党员|干部|群众|学员|职工|教师|学生|志愿者|医务人员|企业|农户|贫困户|脱贫户|困难户|项目|小区|隐患|道路|图书|展板|门店|商户|摊位|车辆)(余?(?:条|篇|份|件|起|名|人次|户|个|处|册|块|幅|辆))${stop}`,
      'gm',
    ),
    anchor: ended('[条篇份件起名次户个处册块幅辆]'),
    message: (match) => missing(match[0], match[1] ?? ''),
    unless: ({ 0: words }) =>
      /(?:信访件|案件|问题件|诉求件|展板块|企业家|项目户|问题户|企业户|农户户)$/.test(words) ||
      /^(?:信息|群众|干部|党员|企业|职工|学生|学员|教师)(?:件|户|起|处|条|份)$/.test(words),
  },
  {
    pattern: /每月(号|日)(?=[一-龥，])/g,
    message: (match) => missing(match[0], match[1] ?? ''),
    unless: ({ 0: words }, text) => words === '每月日' && /[均产常]/.test(text[text.indexOf(words) + 3] ?? ''),
  },
  {
    pattern:
      /(?<![最作列行年日较极所颇甚更以成视认定])为期(?![间\d一二两三四五六七八九十半数几多约近长较不０-９\s（(○〇XxＸ×仅达整短货盼待许权望])/g,
    message: '“为期”后面没有写多长时间，请补上',
  },
  {
    pattern:
      /(?:先后|累计|共计|总计|合计|一共|至少|总共)(次|场|期|名|条|件|份|户|篇|起|元|万元|亿元|人次|场次|余次|余人|余件)(?=[到赴在深开召举走办向为对给，。；、\n]|$)/gm,
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern:
      /(?<![公])共(?:[名个户家件项条次场期](?=[，。；])|计?[名个户家件项条次场期](?=[，。；]))|(?:先后|累计)?(?:[到对为在]|深入)个(?=村|社区|乡镇|镇|单位|部门|支部|企业|点位|小区)|户、人(?=[，。；])|(?:[约仅共达为计]|面积)(?:平方米|公里|人次|场次)(?=[一-龥，。；])/g,
    message: (match) => `“${match[0]}”里少了数字，请补上`,
    unless: (match, text) => /[每因成作认]$/.test(text.slice(Math.max(0, match.index - 4), match.index)),
  },
  {
    pattern: /(?<=[一-龥])余(?:[万亿]元|万人|人次|场次|[名件条个份篇家户](?=[，。；、一-龥]))/g,
    message: (match) => missing(match[0], match[0].slice(1)),
    unless: (match, text) =>
      /[\d十百千万亿几结剩盈富业其多年数新]$/.test(text.slice(Math.max(0, match.index - 4), match.index)),
  },
  {
    pattern: /(?:提高到|提高至|增加到|增长到|下降到|下降至|增至|降至|占比为|总数达|总量达到?)(?=[，。；])/g,
    message: (match) => `“${match[0]}”后面没有数字，请补上`,
  },
  {
    pattern: /(?:同比|环比|较上年|比上年|较去年|比去年)(?:增长|提高|增加)(?=[，。；])/g,
    message: (match) => `“${match[0]}”后面没有数字，请核对`,
    severity: 'hint',
  },
  {
    pattern: /(?<=[，；。：])共[访帮培](?:、)/g,
    message: '“共”后面没有数字，请补上',
  },
  {
    pattern: /[一-龥]{2}[ 　_]{0,8}[%％](?=[，。；、）一-龥])/g,
    anchor: /(?<=[一-龥][ 　_]{0,8})[%％](?=[，。；、）一-龥])/g,
    message: '百分号前面没有数字，请补上',
    unless: ({ 0: words }) => /[一二三四五六七八九十百点几个][ 　_]*.$/.test(words),
  },
  {
    pattern: new RegExp(`(?<=[一-龥“])[ 　\\u00a0]{1,10}((?:万人次|${units}|个百分点)(?=[，。；、）)]|$))`, 'gm'),
    message: (match) => missing(match[0].trim(), match[1] ?? ''),
    unless: ({ index }, text) =>
      /[万亿千百十一二三四五六七八九市专事学]$/.test(text.slice(Math.max(0, index - 4), index)) ||
      spreadLabel(text, index),
  },
  {
    pattern: new RegExp(`(?<=[一-龥])[ 　\\u00a0]{2,10}余?((?:万人次|${units})(?=[一-龥“]))`, 'g'),
    message: (match) => missing(match[0].trim(), match[1] ?? ''),
    unless: ({ index, 0: words, 1: unit }, text) =>
      /[万亿千百十一二三四五六七八九]$/.test(text.slice(Math.max(0, index - 4), index)) ||
      startsWord.test((unit ?? '').slice(-1) + text.slice(index + words.length, index + words.length + 1)),
  },
  {
    pattern: new RegExp(
      `(?:不少于|不超过|不低于|不高于|至少|最多|多达)[万亿千百]?((?:${units})(?=[，。；、）的以]|要求))`,
      'g',
    ),
    message: (match) => missing(match[0], match[1] ?? ''),
  },
  {
    pattern:
      /(?:增加|提高|提升|上升|下降|降低|回落|收窄|扩大|加快|高于?|低于?)(?:了|近|约)?个百分点|(?:历时|用时|耗时|不少于|超过|至少|连续|持续)(?:个(?:多|半)?(?:月|小时|工作日|星期)|(?:小时|分钟|工作日)(?=[，。；、的]))|年龄(?:为|在)?岁|(?:位居|位列|排名|排在)[一-龥]{0,4}第[位名]?(?=[，。；、])|第[位名](?=[，。；])|(?<=[占为有近约达的])分之[一二三四五六七八九\d]/g,
    message: (match) => `“${match[0]}”里少了数字，请补上`,
  },
  {
    pattern:
      /(?<![\d０-９一二三四五六七八九十本当每上下XxＸ×○〇*＊个某年何逐近_\s两])(?:年)?月日(?![均常报前后子益夜])/g,
    message: '日期没有填写，请补上',
  },
  {
    pattern: /(?<=[一-龥，。；“（])[ 　_]{0,6}年?(?:[ 　_]{1,6}月[ 　_]{0,6}|月[ 　_]{1,6})日(?![均常报前后子益夜])/g,
    message: '日期没有填写，请补上',
  },
  { pattern: /(?<=截[至止]|[于自从])月[底末](?=[，。、；前])/g, message: '月份没有填写，请补上' },
  { pattern: /(?<=[于在自从至，。；（(])年月(?:日)?(?=[，。、；）)以起至组召举开])/g, message: '日期没有填写，请补上' },
  {
    pattern: /第(?:届|季度|批次)(?=[一-龥])|(?<=[开举召]办?了?)第(?:期|次)(?=[一-龥])/g,
    message: '“第”后面没有数字，请补上',
  },
  {
    pattern: /(?:^|(?<=[，。；：]))年，(?=[一-龥])|(?<=现将)年(?=(?:个人|全年|主要|述职)?(?:工作|履职|述职))/gm,
    message: '年份没有填写，请补上',
    unless: ({ index }, text) => /[\d一二三四五六七八九〇○零]\s*$/.test(text.slice(Math.max(0, index - 3), index)),
  },
  {
    pattern: /(?:人大|政协|党代会|[省市县区镇乡]委)(届次?)(?=(?:全会|会议|一次|二次|常委会))/g,
    message: '“届”“次”前面没有数字，请补上',
  },
];

const sign = '(?:[XxＸ]{1,4}|[×✕]{1,4}|(?<=[一-龥，（“])[*＊]{1,4}|[*＊]{2,4}|[○◯]{1,4}|_{1,6}|[△▲□]{1,4})';
const date = '[XxＸ×*＊_]{1,4}';
const figures: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?<![A-Za-z\\d])(?:${sign}(?:\\.[XxＸ]{1,2})?[余多几]?[万亿千百]?[余多]?(?:${units})|[NnＮ]余?(?:人?次|场次?|期|名|户|万?元|篇|份|起|人|件)|(?<=[一-龥])(?:[?#]{1,3}|[？…]{1,2}|—{2}|-{2,4}|\\.{2,6})(?:[万亿]元|人次|场次|公里|平方米|个百分点|%|％|(?:[次场期元名件篇条户项个份](?=[，。；、）的]))))(?![A-Za-z\\d]|性|别|体|化|庭|员|目|民|口|才|大|务|事|生)`,
      'g',
    ),
    message: (match) => `“${match[0]}”里的数字没有填写，请补上`,
    unless: (match, text) => /[+＋一二三四五六七八九十\d]/.test(text[match.index - 1] ?? ''),
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z\\d])(?:(?:${date}|20\\d{2})年)?${date}月(?:${date}日)?(?![一-龥]{0,2}[球亮饼])|(?<![A-Za-z\\d])20(?:\\d?[XxＸ×]{1,2}|[ 　_＿○*＊]{1,4}|\\d?[?？○*＊])年|(?<![A-Za-z\\d一-龥])[XxＸ×○]{1,4}年(?![一-龥]{0,2}级)`,
      'g',
    ),
    message: (match) => `“${match[0]}”里的日期没有填写，请补上`,
  },
];

/** Figures and dates for which a sign stands in: X次, **万元, X月X日. */
export const maskedFigures = (index: TextIndex): Remark[] =>
  [...matched(index, figures, 'match')].filter(
    ({ start }) => !index.text.startsWith('**', start) || !boldAt(index.text, start),
  );

/** Blanks that the neighbouring characters give away; the finding is the whole phrase, so that it says what is counted. */
export const blanksByPattern = (index: TextIndex): Iterable<Remark> => matched(index, patterns, 'match');
