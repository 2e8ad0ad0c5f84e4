import type { Figure } from '../../../core/report-result.ts';
import { units } from '../figure-units.ts';

export type UnitAsked = (unit: string) => boolean;

/** Counting words that people use for one another. */
const kin: readonly RegExp[] = [
  /次|期|场|轮|趟|回|节/u,
  /[名位人员]/u,
  /[家个所户座处]/u,
  /[件条个项起例宗份笔单]/u,
  /[篇份个项]/u,
  /[亩顷]|平方/u,
  /[天日月年时钟]/u,
];
const counted = new RegExp(`(?:几|多少)(?:个(?=[人月小工百]))?(${units})`, 'u');
const people =
  /(?:党员|干部|职工|学生|老师|教师|医生|护士|人员|代表|委员|新人|积极分子|志愿者|群众)(?:有)?(?:多少|几)|(?:多少|几个?)(?:党员|干部|职工|学生|老师|教师|医生|护士|人员|代表|委员|新人|积极分子|志愿者|人(?!家|次))/u;
const money = /多少钱|(?:金额|资金|费用|罚款|投资|基金|经费|收入|支出|花了?多少)/u;
const share = /(?:率|比例|占比|比重|满意度|百分之几|进度|增速|增幅)/u;

/** The unit a question asks for; null when any will do. */
export const unitAsked = (question: string): UnitAsked | null => {
  if (/(?:增长|增加|提高|上升|下降|减少|降低)了?多少/u.test(question)) return null;
  if (share.test(question)) return (unit) => unit === '%' || unit === '';
  if (/多大/u.test(question)) return (unit) => /平方|[亩顷岁]/u.test(unit);
  if (/多[长远高宽]/u.test(question)) return (unit) => /米|公里/u.test(unit);
  if (/多久/u.test(question)) return (unit) => /[天日月年时钟]/u.test(unit);
  const asked = counted.exec(question)?.[1];
  if (asksForPeople(question)) return (unit) => /[名位人员]/u.test(unit);
  if (asked === undefined) return money.test(question) ? (unit) => unit.includes('元') : null;
  // 几个 counts whatever is not measured.
  if (asked === '个') return (unit) => !/[%元米亩顷吨时天]|人次/u.test(unit);
  const alike = kin.filter((family) => family.test(asked));
  return (unit) => unit.includes(asked) || alike.some((family) => family.test(unit));
};

/** Heads are meant, not visits: 人次 only where nobody is counted by heads. */
export const asksForPeople = (question: string): boolean => people.test(question) && !/人次/u.test(question);

/** Whether a figure may be what is asked for, by its unit. */
export const unitFits = (asked: UnitAsked | null, figure: Figure): boolean =>
  asked === null || asked(figure.unit ?? '');
