import type { Remark, RuleInput } from './rule.ts';
import type { Word } from './words.ts';

/** What each measure word counts; a measure word standing alone before one of these has lost its number. */
const countedBy: Record<string, string> = {
  项: '问题|任务|措施|制度|举措|清单|重点|指标|改革|机制|政策|荣誉|民生|整改|具体|意见|建议|专利|课题',
  名: '困难|老党员|老干部|党员|群众|干部|学员|职工|学生|教师|医务|贫困|退役|人员|同志|积极分子|入党|骨干|专家|志愿|大学|优秀|年轻|青年|退休|队员|儿童|残疾|预备|村干部|科级|处级',
  个: '项目|问题|支部|党支部|行政村|自然村|社区|单位|部门|小区|企业|基地|示范|站点|网点|制度|工作组|专班|品牌|乡镇|党小组',
  户: '困难|贫困|脱贫|群众|居民|家庭|监测|特困|低保',
  件: '实事|案件|民生|好事|来信|提案|信访|纠纷',
  条: '意见|建议|线索|措施|问题|信息|标语|举措|整改',
  家: '企业|单位|医院|机构|药店|定点|门店|商户',
  场: '培训|宣讲|讲座|演练|座谈|报告会',
  期: '培训|专题|简报',
  份: '责任书|承诺书|资料|文件|清单|宣传',
  处: '隐患|违章|违建',
  起: '案件|事故|纠纷',
  篇: '信息|文章|稿件|报道|调研',
};
const verbs = new Set(
  '慰问 走访 培训 帮扶 发展 培养 选派 吸引 救助 资助 调整 处理 处分 招录 引进 安置 新增 转正 吸收 接收 表彰 选拔 提拔 查处 约谈 问责 抽调 派出 配备 招聘 评选 奖励 看望 建成 新建 组建 建立 成立 打造 培育 创建 设立 完成 实施 整治 整改 解决 排查 化解 办结 办理 受理 立案 审结 收集 征集 梳理 提出 制定 出台 修订 落实 举办 召开 编发 印发 发放 发布 刊发 撰写 发表 签订 改造 修建 命名 认领 惠及 列出 推出 获得 荣获 取得 联系 检查 抽查 巡查 整理 报送 上报 承办 承担 谋划 储备 清理 拆除 关停 取缔 先后 累计 共计 转办 督办 调解 组织 访 共'.split(
    ' ',
  ),
);
const candidates = new RegExp(
  Object.entries(countedBy)
    .map(([unit, nouns]) => `${unit}(?=${nouns})`)
    .join('|'),
  'g',
);
/** Verbs that make or gain things one counts: behind them a lone measure word has lost its number whatever follows. */
const made =
  /(?:新改?扩?建|建成|新增|打造|培育|完成|实施|引进|组建|创建|出台|落地|开工|竣工|签约|选派|认定)(个|家|户|件|项|处|座)(?=[一-龥]{2})/g;
const loose =
  /^(?:转|私|校|协|用|厕|型|外|均|改|国|人|性|体|别|案|税|中|股|旧|大|好|新|小|目|例|册|家|庭|园|门|居|乡|底|籍|主|所|理|置|位|务|牌|义|单|词|次|于|在|为|不|都|也)/;

const numeric =
  /[\d０-９一二两三四五六七八九十百千万亿几数多余每各该这那某此本首逐单另半来全整前后第前另同任何哪若干诸个大小分专事奖款选强弱长立重其他零少意％%点]$/;

/** Blanks that need the words of the sentence: a measure word standing alone between a verb and what it counts. */
export function* blanksByWords({ text, index }: RuleInput): Iterable<Remark> {
  for (const match of index.matches(candidates)) {
    const at = match.index;
    const previous = text[at - 1] ?? '';
    if (!/[一-龥、]/.test(previous) || numeric.test(previous)) continue;
    const words = index.wordsAt(at);
    const position = words.findIndex((word) => word.start === at && word.text === match[0]);
    const before = words[position - 1];
    const after = words[position + 1];
    if (position < 1 || before === undefined || after === undefined || !governs(before, match[0])) continue;
    const start = verbs.has(before.text) ? before.start : at;
    yield {
      start,
      end: after.end,
      message: `“${text.slice(before.start, after.end)}”里“${match[0]}”前面没有数字，请补上`,
    };
  }
  yield* behindVerbs({ text, index });
  yield* endingClauses({ text, index });
  yield* beforeNouns({ text, index });
}

/** A measure word that ends a clause as a word of its own, right behind what it counts: 排查隐患处，发放资料份。 */
const ending =
  /(?<=[一-龥])(?:(?:万?人次|场次|家次)(?=[，。；）])|(?:批次|余(?:人次|场次|[次场名人户家件条项个份篇起处])|[万亿]元|万?[亩吨户]|[次场名人家件条项个份篇起处期元辆册盏栋幢部套]|公里|千米|万?平方米|平方公里|公顷)(?=[，。；、）]))/g;
/** What the measure words count that also end many a word; of the ones that are only told from such words it is not sure. */
const countable: Readonly<Record<string, RegExp>> = {
  元: /[^单公状纪次二起还寰万综图像字位多]$/,
  册: /[^注名]$/,
  家: /(?:企业|单位|机构|商户|医院|药店|门店|学校|公司|合作社|农场|食堂|场所|商店|餐馆|酒店|超市|主体|园区|银行|工厂|部门|协会)$/,
  名: /(?:党员|干部|群众|人员|职工|学员|学生|教师|书记|骨干|人才|委员|代表|网格员|志愿者|积极分子|医生|护士|民警|困难户|老人|儿童|工人|同志|专家|队员|青年)$/,
  项: /(?:任务|措施|制度|举措|问题|事项|活动|工作|成果|专利|荣誉|奖励|指标|建议|机制|课题|工程|技术|政策|规定|整改|完成)$/,
  吨: /(?!载重)[一-龥]{2}$/,
  户: /(?:住户|主体|群众|家庭|农户|村民|用户|商户|党员|对象|个体)$/,
  处: /(?:隐患|问题|设施|违建|建筑|点位|场所|部位|广告|路段|井盖|公园|绿地|站点|工地|文物|道路|整改|拆除|治理)$/,
  件: /(?:案|案件|事项|提案|建议|纠纷|工单|实事|信访|投诉|来信|商标|专利|作品|物品|业务|证照|矛盾|办结|受理|立案)$/,
  条: /(?:线路|道路|河道|街道|意见|建议|反馈|提醒|信息|管线|举措|措施|线索|航线|问题)$/,
  篇: /(?:文章|信息|稿件|报道|论文|体会|报告|简报|笔记)$/,
  份: /(?:资料|报告|文件|合同|协议|问卷|礼包|清单|手册|责任书|承诺书|档案)$/,
  起: /(?:案|案件|事故|纠纷|矛盾|诉讼|问题)$/,
  场: /(?:叫停|会议?|培训|演练|演出|讲座|推介|路演|比赛|宣讲|党课|座谈|义诊)$/,
  次: /[^户件项例艘乘亩车位频段辆趟台班架列航梯层条家篇轮]$/,
  公里: /[^人吨长]$/,
  套: /(?!首台)[一-龥]{1}[^台]$/,
  期: /(?:班|培训|简报|论坛|沙龙|课程|讲堂|专栏|节目|杂志)$/,
  人: /(?:处分|体检|大学生|干部|群众|学员|职工|学生|人员|参训|移送|查处|问责|约谈|就业|教师)$/,
  部: /(?:电梯|电话|车辆|著作|作品|制度|法规)$/,
  批次: /(?:食品|样品|产品|药品|商品|抽检|检验)$/,
  人次: /(?!(?:旅游|接待|采购商|游客|到访|就诊))[一-龥]{2}$/,
  场次: /(?!(?:演出|比赛|放映))[一-龥]{2}$/,
};
const unsure: ReadonlySet<string> = new Set(['元', '册', '吨', '次', '公里', '套', '人次', '场次']);
/** Behind these the same characters are a word's end or count nothing. */
const uncounted =
  /(?:弱|链|子|权|[\d０-９零一二两三四五六七八九十百千万亿几数多少余每各该这那某此本首逐单另半整全个前后同任何哪若干其再屡依按分档名层上下左右内外部点美日欧韩港新]|任意|年|月|日|时|以|从|起|做|抓|严|先|等|为|是|有|的|转|和|及|与|或|超|近|过|达|约|破|逾|比|其中|总计|之|皮长|吨)$/;
function* endingClauses({ text, index }: Pick<RuleInput, 'text' | 'index'>): Iterable<Remark> {
  for (const match of index.matches(ending)) {
    const start = match.index;
    const lead = text.slice(Math.max(0, start - 5), start);
    if (uncounted.test(lead) || countable[match[0]]?.test(lead) === false) continue;
    const words = index.wordsAt(start);
    const end = start + match[0].length;
    const before = words[words.findIndex((word) => word.start === start) - 1];
    if (before === undefined || !words.some((word) => word.end === end)) continue;
    if (before.text.length < 2 && !/[里亩米]$/.test(match[0])) continue;
    yield {
      start: before.start,
      end,
      ...(unsure.has(match[0]) ? { severity: 'should' } : {}),
      message: `“${before.text}${match[0]}”里“${match[0]}”前面没有数字，请补上`,
    };
  }
}

function* behindVerbs({ text, index }: Pick<RuleInput, 'text' | 'index'>): Iterable<Remark> {
  for (const match of index.matches(made)) {
    const unit = match[1] ?? '';
    const end = match.index + match[0].length;
    if (loose.test(text.slice(end, end + 2))) continue;
    const words = index.wordsAt(match.index);
    if (!words.some((word) => word.text === unit && word.end === end)) continue;
    yield { start: match.index, end, message: `“${match[0]}”里“${unit}”前面没有数字，请补上` };
  }
}

/** A lone 个 between two words counts something, and so does any measure word between 等 and a noun. */
function* beforeNouns({ text, index }: Pick<RuleInput, 'text' | 'index'>): Iterable<Remark> {
  for (const match of index.matches(/(?<=[一-龥])个(?=[一-龥“])|(?<=[一-龥”]等)[条家座](?=[一-龥“])/g)) {
    const at = match.index;
    if (numeric.test(text[at - 1] ?? '') || spoken.test(text.slice(at - 2, at))) continue;
    const words = index.wordsAt(at);
    const position = words.findIndex((word) => word.start === at && word.end === at + 1);
    const [before, after] = [words[position - 1], words[position + 1]];
    if (position < 1 || before === undefined || after === undefined) continue;
    if (after.text.length < 2 && !/[村镇乡县市区点校班组老旧新重]/.test(after.text)) continue;
    if (before.text.length < 2 && before.text !== '等') continue;
    yield {
      start: before.start,
      end: after.end,
      severity: 'should',
      message: `“${text.slice(before.start, after.end)}”里“${match[0]}”前面没有数字，请补上`,
    };
  }
}

/** 有个, 做个好人: in speech 个 stands for 一个. */
const spoken = /[有是做当搞讲开找作成按分头把打叫交到为好老给上下出来过成些么]$/;

const governs = (word: Word, unit: string): boolean =>
  verbs.has(word.text) ||
  (unit === '项' && word.text.length >= 2 && /^[一-龥]+$/.test(word.text) && !numeric.test(word.text));
