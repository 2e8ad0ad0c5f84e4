import type { Figure } from '../../../core/report-result.ts';

/** Counting words that people use for one another. */
const kin: readonly RegExp[] = [
  /次|期|场|轮|趟|回|节/u,
  /[名位人个户员]/u,
  /[家个所户座处]/u,
  /[件条个项起例宗份笔单]/u,
  /[篇份个项]/u,
  /[亩顷]|平方/u,
  /[天月年时钟]/u,
];

const counted = /(?:几|多少)(?:个)?(场次|波次|人次|[次个条项家名件篇期份场人户批位起座处盏台亩辆种类节本天回])/u;

/** The unit a question asks for; null when any will do. */
export const unitAsked = (question: string): ((unit: string) => boolean) | null => {
  if (/(?:增长|增加|提高|上升|下降|减少|降低)了?多少/u.test(question)) return null;
  if (/(?:率|比例|占比|比重|满意度|百分之几|进度|增速|增幅)/u.test(question)) return (unit) => unit === '%';
  if (/多少钱|(?:金额|资金|费用|罚款|投资|基金|经费|收入|支出|花了?多少)/u.test(question))
    return (unit) => unit.includes('元');
  const asked = counted.exec(question)?.[1];
  if (asked === undefined) return null;
  const alike = kin.filter((family) => family.test(asked));
  // 几个 counts whatever is not measured.
  if (asked === '个') return (unit) => !/[%元米亩顷吨时天]/u.test(unit);
  return (unit) => unit.includes(asked) || alike.some((family) => family.test(unit));
};

/** How much the unit speaks for a figure. */
export const unitFits = (asked: ((unit: string) => boolean) | null, figure: Figure): number => {
  if (asked === null) return 0;
  return asked(figure.unit ?? '') ? 0.12 : -0.25;
};
