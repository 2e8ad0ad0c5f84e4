import type { Remark, Rule, RuleInput } from '../rule.ts';

const selves =
  /(?<![自大完安保健])(?:[我本](局|所|院|校|镇|乡|厅|处|站|厂)(?!面|部|有|来|以|需|得|说|能|要|就|意|身|人|性|质|着|领导的|负责的|从事的|做的|在的|分管的|室|理|罚)|全(局|所|院|校|镇|乡|厅|处|站|厂)(?=上下|干部|职工|同志|党员|人员|工作人员|系统|机关|各|共|师生|医护|医务|民警|干警|群众|广大|办案|业务骨干|教职工|教师|学生|员工|村民))/g;
const inside = /(?<=[一-龥])(所里|局里|院里|校里|镇里|厂里|站里)(?!面|程)/g;

export const rule: Rule = {
  meta: {
    id: 'mixed-units',
    title: '自称的单位前后不一',
    basis: null,
    severity: 'should',
    reportsOnly: true,
    examples: {
      good: [
        { text: '县财政局2024年工作总结\n一、工作\n我局认真履职，全局上下齐心协力。', kind: 'annual-summary' },
        { text: '2024年工作总结\n一、工作\n全所上下齐心协力，司法所获得表彰。', kind: 'annual-summary' },
      ],
      bad: [
        {
          text: '县财政局2024年工作总结\n一、工作\n我局认真履职。二、队伍\n我校教师队伍建设得到加强。',
          kind: 'annual-summary',
          found: ['我校'],
        },
        {
          text: '青河县财政局2024年工作总结\n一、工作\n全县财政收入增长，我县民生改善，全县干部齐心。\n二、队伍\n我镇干部作风好转。',
          kind: 'annual-summary',
          found: ['我镇'],
        },
        {
          text: '2024年述职报告\n一、履职情况\n全县参保率提高，全市统一部署。干部学习，使全所上下形成风气。',
          kind: 'duty',
          found: ['全所'],
        },
      ],
    },
  },
  *check(input): Iterable<Remark> {
    const { text, structure, index } = input;
    const called = index.matches(selves).map((match) => ({ match, type: match[1] ?? match[2] ?? '' }));
    const types = new Map<string, number>();
    for (const { type } of called) types.set(type, (types.get(type) ?? 0) + 1);
    const unit = structure.author.unit ?? structure.title?.value ?? '';
    const own = /乡镇/.test(unit) ? undefined : ownType(unit);
    const main = own ?? [...types].sort((a, b) => b[1] - a[1])[0]?.[0];
    const mixed = types.size > 1 || (own !== undefined && types.size > 0 && !types.has(own));
    const areas = /全县/.test(text) && /全市/.test(text);
    const seen = new Set<string>();
    for (const { match, type } of called) {
      if (seen.has(type) || (/^全/.test(match[0]) || own === undefined ? named(text, type) : owned(text, type, own)))
        continue;
      const odd = mixed ? type !== main : own === undefined && areas && types.size === 1;
      if (!odd) continue;
      seen.add(type);
      yield {
        start: match.index,
        end: match.index + match[0].length,
        message: `这里自称“${match[0]}”，与全文其他地方的单位对不上，请核对是否从别的单位的材料带来`,
      };
    }
    yield* colloquial(input, seen);
    yield* otherLevels(input, seen);
  },
};

const areas = '省市县区镇乡村';
const levels =
  /(?<![自大完安保健])(?:(我)([省市县区镇乡村])(?![级长委府属里政办])|(全)([省市县区镇乡村])(?=上下|人民|群众|干部|党员|各级|各部门|各族|广大|一般公共预算|财政|经济社会|地区生产总值|居民|城乡居民|自来水))/g;
/** What a unit says of the area above it only when the text is another's. */
const ownBusiness =
  /^全.(?:上下|各级各部门|广大干部|一般公共预算收入完成|财政干部|财政系统|地区生产总值(?:达|完成|实现))/;

/** 我市, 全市 in what is the report of a county, when the county is called by its level elsewhere. */
function* otherLevels({ text, index, structure }: RuleInput, told: ReadonlySet<string>): Iterable<Remark> {
  const called = [
    ...(structure.author.unit ?? structure.title?.value ?? '').matchAll(
      /[一-龥XＸ×](省|市|县|区|镇|乡|村)(?![场区民])/g,
    ),
  ];
  const own = called.at(-1)?.[1];
  if (own === undefined) return;
  const found = index
    .matches(levels)
    .map((match) => ({ match, level: match[2] ?? match[4] ?? '', mine: match[1] !== undefined }));
  const usual = found.filter(({ level }) => level === own).length;
  const lower = (level: string) => areas.indexOf(level) > areas.indexOf(own);
  const odd = found.filter(
    ({ level, mine, match }) =>
      level !== own &&
      !told.has(level) &&
      !sameRank(level, own) &&
      // Whoever is above: a city speaks of its province as its own, and 全区 may be a region's.
      (lower(level) || (mine ? own !== '市' : ownBusiness.test(text.slice(match.index, match.index + 14)))) &&
      !(level === '区' && text.includes('自治区')),
  );
  if (usual < 2 || odd.length * 2 > usual) return;
  for (const { match, level } of odd) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: lower(level) ? 'should' : 'hint',
      message: `这里写“${match[0]}”，全文说的是“${own}”，请核对是否从别的材料带来`,
    };
  }
}

const sameRank = (a: string, b: string): boolean =>
  ['县区市', '镇乡'].some((rank) => rank.includes(a) && rank.includes(b) && !(a + b).includes('市')) || a === b;

function* colloquial({ index }: RuleInput, odd: ReadonlySet<string>): Iterable<Remark> {
  for (const match of index.matches(inside)) {
    if (!odd.has(match[0][0] ?? '')) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: 'hint',
      message: `“${match[0]}”与全文的单位对不上，也偏口语，请核对`,
    };
  }
}

const ownType = (unit: string): string | undefined =>
  /(局|所|院|校|镇|乡|厅|处|站|厂|街道|社区|村|公司)(?:办事处|党[组委支工]|[长]|[机的]|\d|$)/.exec(unit)?.[1];

/** A unit of that type named in full somewhere in the text. */
const named = (text: string, type: string): boolean => unitNames[type]?.test(text) ?? false;

/** 我院 in a bureau's report may be what somebody quoted says, or what a unit below it calls itself more than once. */
const owned = (text: string, type: string, own: string): boolean =>
  text.split(`我${type}`).length > 3 || (type === '院' && own === '校') || (type === '校' && own === '院');

const unitNames: Record<string, RegExp> = {
  局: /(?:财政|教育|公安|民政|司法|税务|统计|审计|水利|林业|农业农村|农业|交通|住建|文旅|体育|医保|医疗保障|卫健|人社|自然资源|生态环境|应急|市场监管|信访|商务|粮食|档案|气象|邮政|供电|城管|执法|监管|管理|分|[XＸ×]{2})局/,
  所: /(?:派出|司法|财政|研究|税务|律师|检测|监管|看守|供电|卫生|土地|国土|水管|畜牧|交易|事务|戒毒|拘留|规划|设计|管理|中心|[XＸ×]{2})所/,
  院: /(?:医|法|检察|研究|学|卫生|敬老|福利|设计|总|分|剧|科学|[XＸ×]{2})院/,
  校: /(?:学|党|小学|中学|高|军|技|干|分|[XＸ×]{2})校/,
  镇: /(?!城|乡|村|集|小|重|[我全本])[一-龥XＸ×]镇/,
  乡: /(?!城|家|下|返|入|回|还|水|兴|强|[我全本])[一-龥XＸ×]乡(?!村|镇|亲|贤|愁|风)/,
  厅: /(?:财政|教育|公安|民政|司法|水利|省|办公|[XＸ×]{2})厅/,
  处: /(?:办事|管理|人事|财务|总务|教务|[XＸ×]{2})处/,
  站: /(?:工作|管理|服务|监测|防疫|水文|畜牧|农技|文化|车|供水|[XＸ×]{2})站/,
  厂: /(?:工|电|水|制|加工|[XＸ×]{2})厂/,
};
