import { amountsIn } from '../amounts.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';

/** Sums that a whole budget, project or fund cannot be as small as. */
const tooSmall = 10_000;
const pooled =
  /(?:资金|投资|支出|收入|税收|财政|债券|经费|转移支付|专项|预算|贷款|产值|营收|总额|项目|工程|基金|到账|投入)[^，。；、]{0,6}$/;
const single =
  /低于|高于|不足|达不到|人均|每|户均|亩均|平均|标准|单价|单次|日均|月均|均|低保|工资|养老金|补贴|补助|救助|奖励|罚|不超过|不低于|由|从|提高|价|票|费用|收取|缴纳|缴|个人|\/|元|月$|起付|限额|慰问|捐|党费|生活费|门槛|注册资本/;

/** Totals of a whole area, told in 亿元 by whoever tells its other sums in 亿元. */
const ofAnArea =
  /(?<!人均(?:地区|国内)?|人均)(?:(?<!地区)生产总值|地区生产总值|GDP|一般公共预算(?:收入|支出)|财政(?:总)?收入|税收收入|固定资产投资|社会消费品零售总额|工业总产值|进出口总额)(?:总量|规模)?(?:约|累计|预计|全年)*(?:达到?|为|完成|突破|实现|超过?)?了?$/;

export const rule: Rule = {
  meta: {
    id: 'amount-out-of-line',
    title: '金额单位与上下文不符',
    basis: null,
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '总投资3.5亿元，完成税收2.1亿元，争取资金5000万元，低保标准提高到每人每月700元。',
        '支出120元购买工具，人均可支配收入2.3万元，户均产值300万元，道路拓宽12米。',
        '争取资金50亿元，民生支出300亿元，发行债券200亿元，人均补助经费150元。',
      ],
      bad: [
        { text: '新建公路总投资680元，人均可支配收入2.31亿元。', found: ['680元', '2.31亿元'] },
        { text: '粮食总产量23.5斤，新修道路12米。', found: ['粮食总产量23.5斤', '新修道路12米'] },
        { text: '争取资金50亿元，民生支出300亿元，发行债券200亿元，直达资金支出150元。', found: ['150元'] },
        {
          text: '地区生产总值达到512.3万元，财政收入36亿元，投资210亿元，贷款余额600亿元。',
          found: ['512.3万元'],
        },
        { text: '全年财政收入2.3亿元。完成固定资产投资5.6亿元。新建项目总投资80元。税收1.2亿元。', found: ['80元'] },
      ],
    },
  },
  check: (input) => [...amongOthers(input), ...byThemselves(input)],
};

/** Sums that do not fit the others of the text. */
function* amongOthers({ text, index }: RuleInput): Iterable<Remark> {
  const amounts = amountsIn(index);
  const large = amounts.filter(({ yuan }) => yuan >= 1e6).length;
  if (large < 3 || large < amounts.length / 2) return;
  const huge = amounts.filter((amount) => amount.yuan >= 1e8).length;
  const largest = amounts.reduce((most, amount) => Math.max(most, amount.yuan), 0);
  for (const { start, end, yuan, unit } of amounts) {
    // With 亿 in place of 万 it would be out of line all the more.
    if (unit === '万元' && yuan * 1e4 > largest * 20) continue;
    if (unit === '万元' && yuan < 1e8 && huge >= 3 && huge * 2 > amounts.length) {
      if (!ofAnArea.test(text.slice(Math.max(0, start - 24), start))) continue;
      yield {
        start,
        end,
        severity: 'should',
        message: `“${text.slice(start, end)}”与上下文相差太大（全文金额多以亿元计），请核对是否应为“亿元”`,
      };
      continue;
    }
    if (unit !== '元' || yuan >= tooSmall) continue;
    const clause = text.slice(
      Math.max(
        text.lastIndexOf('，', start),
        text.lastIndexOf('。', start),
        text.lastIndexOf('；', start),
        start - 24,
      ) + 1,
      start,
    );
    if (!pooled.test(clause) || single.test(clause) || /^(?:\/|／|每|的?标准|以|钱)/.test(text.slice(end, end + 3)))
      continue;
    yield {
      start,
      end,
      message: `“${text.slice(start, end)}”与上下文相差太大（全文金额多在百万元以上），是否漏了“万”或“亿”`,
    };
  }
}

/** What is never told in so few yuan, or so small a measure, wherever it stands. */
const pools =
  /(?:固定资产投资|一般公共预算(?:收入|支出)|财政(?:总)?(?:收入|支出)|民生支出|税收(?:收入)?|工业(?:总)?产值|生产总值|社会消费品零售总额|总投资|到位资金|转移支付|专项债券?|债券资金|贷款余额|衔接资金|(?:上级|补助|专项|项目|财政|产业)(?:补助)?资金|营业收入)(?:完成|实现|达到?|为|共计?|约|累计|支出|投入|[一-龥]{0,2}){0,2}$/;
const perHead = /(?:人均|每人每?[年月]?|每名[一-龥]{0,8}|每位[一-龥]{0,8}|每户[一-龥]{0,8}|户均)[^，。；、\d]{0,12}$/;
const ofBusiness = /分别|产值|营收|税收|产出|销售|贷款|研发|投资|资产|利润|效益|补偿/;
const measures =
  /(?:(?:辖区|建成区|城区|规划区|区域|镇域|村域|全[县区镇乡村])(?:总)?面积(?:约|为|达到?|扩大到)?\d{1,3}(?:\.\d+)?平方米|(?:社区|行政村|村庄)面积(?:约|为|达)?\d{1,2}(?:\.\d+)?平方米|(?:新修|修建|新建|硬化|铺设|改建|新改建|建成)(?:[一-龥]{0,6})(?:道路|公路|管网|管道|渠道|村道|水渠|便道)(?:总长|长|共)?\d{1,2}(?:\.\d+)?米|粮食(?:总)?产量(?:达到?|为|稳定在|完成)?\d{1,3}(?:\.\d+)?(?:斤|公斤|吨))/g;

function* byThemselves({ text, index }: RuleInput): Iterable<Remark> {
  for (const { start, end, yuan, unit } of amountsIn(index)) {
    const before = text.slice(Math.max(0, start - 24), start);
    const small = unit === '元' && yuan < 2000 && pools.test(before) && !/人均|每|户均|亩均|标准/.test(before);
    const large = yuan >= 1e6 && !ofBusiness.test(perHead.exec(before)?.[0] ?? '产值');
    const poor = unit === '万元' && yuan < 1e7 && ofAnArea.test(before);
    if ((!small && !large && !poor) || /^(?:\/|／|每|的?标准)/.test(text.slice(end, end + 3))) continue;
    yield {
      start,
      end,
      severity: small ? 'must' : 'should',
      message:
        small || poor
          ? `“${text.slice(start, end)}”作为这一项的总数太小，是否漏了“万”或“亿”`
          : `“${text.slice(start, end)}”作为人均、户均的数太大，请核对单位`,
    };
  }
  for (const match of index.matches(measures)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: 'should',
      message: `“${match[0]}”数量太小，请核对单位`,
    };
  }
}
