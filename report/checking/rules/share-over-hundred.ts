import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const number = '([\\d０-９]+(?:[.．][\\d０-９]+)?)\\s?[%％]';
const reaches =
  '(?:均|已|都|分别|稳定|保持|持续|巩固|达到?|为|在|至|提升至|提升到|提高到|提高至|上升到|上升至|超过?|高达|约){0,4}';
const shares = new RegExp(
  `(?:[一-龥]率|满意度|知晓度|占比|比例|占[一-龥]{0,8}?的?)${reaches}${number}(?:(?:[、,]|和)${number})*(以上)?`,
  'g',
);
/** Rates of which no more than all is possible. */
const certain =
  /(?:参与|满意|合格|出勤|到课|到会|参会|知晓|参训|优良|优秀|及格|就业|使用|办结|回访|签订|建档|通过|化解|按时|落实|整改|见面|签约|入住|及时|好评|回复|答复|响应|销号|兑现|上线|持证|调解成功|处置|处理|签收|参学)率$|度$/;
/** Rates that may well exceed a hundred. */
const open =
  /(?:增长|增值|增|完成|产销|利润|收益|回报|负债|杠杆|备覆盖|性覆盖|周转|贡献|偿付|充足|速动|流动|资本|生产|产出|利用|负荷|存贷|进度|弹性|自给|溢价|投资|比|倍|效|税|利|费|频|概|汇|换手|占用|执行|超额|开工|达产|对接|转化|保障|保值|毛入学|回升|上座|客座|增幅|递增|复工|到位|支撑|巩固)率$/;
const people =
  /(?<![\d.０-９])([\d０-９]+(?:[.．][\d０-９]+)?)[%％](?=以?上?的(?:受访|被访|群众|党员|干部|职工|企业|居民|学生|家庭|农户|行政村|社区|乡镇|项目|产品|人员|单位))/g;
const spelt = /百分之(?:一百[一-龥]*?[一二三四五六七八九十]|[二三四五六七八九]百)/g;

const amountOf = (digits: string): number =>
  Number(digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace('．', '.'));

export const rule: Rule = {
  meta: {
    id: 'share-over-hundred',
    title: '比率超过百分之百',
    basis: null,
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: ['参保率达到99.8%，满意率100%。', '完成年度任务的120%。', '占年计划的105%。'],
      bad: [
        { text: '见面率、化解率分别为100%和103%，128%的受访群众满意。', found: ['化解率分别为100%和103%', '128%'] },
        { text: '群众满意率达到198.5%，覆盖率为120％。', found: ['满意率达到198.5%', '覆盖率为120％'] },
      ],
    },
  },
  check: ({ index, text }) => [...rates(index, text), ...parts(index)],
};

function* rates(index: TextIndex, text: string): Iterable<Remark> {
  for (const match of index.matches(shares)) {
    const name = text.slice(Math.max(0, match.index - 4), match.index + (match[0].indexOf('率') < 0 ? 3 : 2));
    const figures = [...match[0].matchAll(new RegExp(number, 'g'))].map(([, digits]) => amountOf(digits ?? ''));
    const largest = Math.max(...figures);
    const whole = largest === 100 && figures.length === 1 && (/超过?100/.test(match[0]) || match[3] !== undefined);
    if ((largest <= 100 && !whole) || /计划|任务|目标|预算|预期|上年|去年/.test(match[0])) continue;
    if (open.test(name)) continue;
    const end = match.index + match[0].length;
    const start = /^.率/.test(match[0]) && /[一-龥]/.test(text[match.index - 1] ?? '') ? match.index - 1 : match.index;
    yield {
      start,
      end,
      severity: certain.test(name) || /^占比|^比例/.test(match[0]) ? 'must' : 'should',
      message: `“${text.slice(start, end)}”超过了 100%，请核对`,
    };
  }
}

function* parts(index: TextIndex): Iterable<Remark> {
  const over = index.matches(people).filter((match) => amountOf(match[1] ?? '') > 100);
  for (const match of [...over, ...index.matches(spelt)])
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `“${match[0]}”超过了 100%，请核对`,
      severity: 'should',
    };
}
