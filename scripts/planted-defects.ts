/** A text with one defect in it, and where. */
export interface Planted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Dice = () => number;

export interface DefectClass {
  readonly name: string;
  /** Null where the text offers no place for such a defect. */
  readonly plant: (text: string, dice: Dice) => Planted | null;
}

/** A small seeded generator (mulberry32): the same seed plants the same defects. */
export const random = (seed: number): Dice => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const pick = <T>(items: readonly T[], dice: Dice): T | undefined => items[Math.floor(dice() * items.length)];

/** Replaces one random match; `with$` makes the wrong words from the right ones. */
const swap =
  (pattern: RegExp, wrong: (match: RegExpExecArray, dice: Dice) => string, margin = 1): DefectClass['plant'] =>
  (text, dice) => {
    const match = pick([...text.matchAll(pattern)], dice);
    if (match === undefined) return null;
    const words = wrong(match, dice);
    if (words === match[0]) return null;
    const end = match.index + match[0].length;
    return {
      text: text.slice(0, match.index) + words + text.slice(end),
      start: Math.max(0, match.index - margin),
      end: match.index + words.length + margin,
    };
  };

/** Puts words in after a random match. */
const insert =
  (pattern: RegExp, words: readonly string[]): DefectClass['plant'] =>
  (text, dice) => {
    const match = pick([...text.matchAll(pattern)], dice);
    const put = pick(words, dice);
    if (match === undefined || put === undefined) return null;
    const at = match.index + match[0].length;
    return { text: text.slice(0, at) + put + text.slice(at), start: at, end: at + put.length };
  };

const table =
  (pairs: string): DefectClass['plant'] =>
  (text, dice) => {
    const present = pairs
      .split(' ')
      .map((pair) => pair.split('>'))
      .filter(([right]) => text.includes(right ?? ''));
    const [right, wrong] = pick(present, dice) ?? [];
    if (right === undefined || wrong === undefined) return null;
    return swap(new RegExp(right, 'g'), () => wrong, 0)(text, dice);
  };

const formulas =
  /习近平新时代中国特色社会主义思想|以习近平同志为核心的党中央|深刻领悟“两个确立”的决定性意义|铸牢中华民族共同体意识|以人民为中心的发展思想|全面从严治党主体责任|中央八项规定精神|稳中求进工作总基调|国家治理体系和治理能力现代化|坚决维护党中央权威和集中统一领导/g;

export const defectClasses: readonly DefectClass[] = [
  {
    name: '网站标记',
    plant: insert(/[，。；]/g, [
      '##paidbegin##',
      '##paidend##',
      '[/hide]',
      '【更多公文范文请关注材料库】',
      '&nbsp;',
      '（本文来自第一范文网）',
    ]),
  },
  {
    name: '模板提示语',
    plant: insert(/[，。；]/g, [
      '（此处补充数据）',
      '【待补充】',
      '（请填写具体事例）',
      '______',
      '（此处插入数字）',
      '{{项目名称}}',
    ]),
  },
  {
    name: '公开名称被遮',
    plant: swap(
      /党的二十大|习近平总书记|党的二十届三中全会/g,
      (match, dice) => match[0].replace(/二十|习近平|三/, pick(['XX', '××', '**', 'X', '○○'], dice) ?? 'XX'),
      0,
    ),
  },
  {
    name: '单处未填',
    plant: swap(
      /(?<=[，。；、在对与])[一-龥]{2}(?=[市县区镇局])/g,
      (_, dice) => pick(['XX', '××', '○○'], dice) ?? 'XX',
      0,
    ),
  },
  {
    name: '次场期前缺数字',
    plant: swap(/(?<=活动|会议|座谈会|培训班?|检查|调研|演练|宣讲)\d+(?:余|多)?(?=[次场期][，。；])/g, () => '', 4),
  },
  {
    name: '金额缺数字',
    plant: swap(/(?<=资金|投资|收入|支出|补贴|贷款|经费)\d[\d.,]*(?=[万亿]?元[，。；])/g, () => '', 4),
  },
  { name: '百分比缺数字', plant: swap(/(?<=增长|达到?|提高|下降)\d[\d.]*(?=%[，。；、])/g, () => '', 3) },
  {
    name: '量词前缺数字',
    plant: swap(
      /(?<=完成|实施|新增|建成|新建|培育|引进|打造)\d[\d.,]*(?:余|多)?(?=[个家项名户件][一-龥]{2})/g,
      () => '',
      4,
    ),
  },
  {
    name: '一级标题重号',
    plant: swap(/^[二三四五]、/gm, ([words]) => `${'一二三四'['二三四五'.indexOf(words[0] ?? '')]}、`, 6),
  },
  {
    name: '二级标题跳号',
    plant: swap(/^（[二三四五]）/gm, ([words]) => `（${'四五六七'['二三四五'.indexOf(words[1] ?? '')]}）`, 8),
  },
  {
    name: '己已混淆',
    plant: table('已经>己经 自己>自已 早已>早己 为己任>为已任 克己>克已 律己>律已 已建成>己建成 已完成>己完成'),
  },
  {
    name: '常见别字',
    plant: table(
      '部署>布署 贯彻>贯沏 恪守>烙守 辐射>幅射 截至>截止 覆盖>复盖 竞争>竟争 践行>践形 拓展>托展 措施>措失 振兴>震兴 督促>督捉 堡垒>保垒 再接再厉>再接再励 一如既往>一如继往 弘扬>宏扬 巩固>巩故 融会贯通>融汇贯通 协调>谐调 防范>防犯 规范>规犯 履行>屡行 凝聚>凝具 攻坚>攻艰 决策>决册',
    ),
  },
  {
    name: '固定提法差一字',
    plant: swap(
      formulas,
      ([words], dice) => {
        const at = 2 + Math.floor(dice() * (words.length - 4));
        return dice() < 0.5
          ? words.slice(0, at) + words.slice(at + 1)
          : words.slice(0, at) + (pick([...'地工生国和产事业经'], dice) ?? '工') + words.slice(at + 1);
      },
      2,
    ),
  },
  { name: '提法截短', plant: swap(/习近平新时代中国特色社会主义思想/g, () => '习近平新时代中国特色社会主义', 0) },
  { name: '漏“党的”', plant: swap(/(?:贯彻|落实|学习)党的二十大(?=精神)/g, ([words]) => words.replace('党的', ''), 0) },
  { name: '句号重复', plant: swap(/。(?=[一-龥\n])/g, () => '。。', 0) },
  {
    name: '标点相撞',
    plant: swap(/，(?=[一-龥])/g, (_, dice) => pick(['，，', '，。', '。，', '、，'], dice) ?? '，，', 0),
  },
  { name: '后引号丢失', plant: swap(/“[一-龥]{2,8}”/g, ([words]) => words.slice(0, -1), 6) },
  { name: '书名号丢失', plant: swap(/《[一-龥]{4,20}》/g, ([words]) => words.slice(0, -1), 10) },
  { name: '右括号丢失', plant: swap(/（[一-龥]{2,12}）/g, ([words]) => words.slice(0, -1), 8) },
  { name: '英文逗号', plant: swap(/(?<=[一-龥])，(?=[一-龥])/g, () => ',', 0) },
  { name: '段末缺句号', plant: swap(/(?<=[一-龥]{6})。(?=\n)/g, () => '', 6) },
  { name: '字词重复', plant: swap(/切实|不断|认真|进一步|积极|的(?=[一-龥]{2})/g, ([words]) => words + words, 0) },
  {
    name: '不存在的日期',
    plant: swap(
      /(?<!\d)\d{1,2}月\d{1,2}日/g,
      (_, dice) => pick(['2月30日', '4月31日', '13月5日', '11月31日', '6月31日'], dice) ?? '2月30日',
      1,
    ),
  },
  {
    name: '比率超百',
    plant: swap(
      /(?<=合格率|满意率|满意度|知晓率|参保率|覆盖率|优良率)(?:达到?|为|保持在)?\d{2}(?:\.\d+)?%/g,
      ([words]) => words.replace(/\d{2}/, (digits) => `1${digits}`),
      4,
    ),
  },
  {
    name: '超过N余',
    plant: swap(
      /(?<!\d)\d(?=[次场件项名户家个])/g,
      ([words], dice) => `${pick(['超过', '近', ''], dice)}${words}余`,
      2,
    ),
  },
  {
    name: '数字混入字母',
    plant: swap(/(?<![\d.])[1-9]0\d?(?=[个家项人名年万亿户])/g, ([words]) => words.replace('0', 'O'), 1),
  },
  {
    name: '党规名称差一字',
    plant: insert(/[。；]/g, [
      '学习《中国共产党纪律处份条例》。',
      '执行《党政领导干部选拔任用条例》。',
      '落实《中国共产党重大事项请示报告规定条例》。',
      '贯彻《中国共产党支部工作例（试行）》。',
      '学习《关于新形势下党内生活的若干准则》。',
      '执行《中国共产党党内监督例》。',
    ]),
  },
  {
    name: '词中别字',
    plant: table(
      '建设>健设 发展>发站 管理>菅理 服务>服物 工作>工做 改革>改格 保障>保彰 安全>安金 经济>径济 社会>杜会 群众>群从 组织>组只 责任>责认 教育>教肓 环境>环竟 企业>企页 产业>产叶 质量>质亮 水平>水评 能力>能立 创新>创辛 生态>生太 就业>就叶 投资>投次 基础>基楚 制度>制渡 监督>监毒 基层>基曾 领导>领到 重点>重典',
    ),
  },
];
