import { chineseNumber } from '../../structure/numerals.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const rule: Rule = {
  meta: {
    id: 'impossible-date',
    title: '不存在的日期或星期不符',
    basis: null,
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '2024年2月29日（星期四）召开会议。',
        '12月31日24:00前完成，历时13个月。',
        '截至11月30日，2021年至2024年连续增长。',
        '11月15日至3月15日供暖，历时13个月，一季度（1—3月）开工，三十月圆。',
      ],
      bad: [
        { text: '2024年13月召开会议。', found: ['13月'] },
        { text: '从2024年到2021年，13月5日前完成。', found: ['2024年到2021年', '13月5日'] },
        { text: '11月31日前完成。', found: ['11月31日'] },
        { text: '2023年2月29日开会。', found: ['2023年2月29日'] },
        { text: '2024年2月29日（星期五）开会。', found: ['2024年2月29日（星期五）'] },
        { text: '上午9:75集合。', found: ['9:75'] },
        {
          text: '2024.2.29（周五），周五（2024年2月29日）开会。',
          found: ['2024.2.29（周五）', '周五（2024年2月29日）'],
        },
        { text: '13月完成，十三月底前办结，第五季度验收。', found: ['13月', '十三月', '第五季度'] },
        {
          text: '2023-06-31备案，二月三十日前报送，5月20日至4月3日整治。',
          found: ['2023-06-31', '二月三十日', '5月20日至4月3日'],
        },
        { text: '下半年（1—6月）完成。', found: ['下半年（1—6月）'] },
      ],
    },
  },
  check: ({ text, index, structure }) => [
    ...dates(index),
    ...weekdays(index, structure.period),
    ...times(text, index),
    ...months(index),
    ...ranges(index),
    ...spans(index),
  ],
};

function* months(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(
    /(?:(?<=\d年|[于至自从截])|(?<![^，。；、（“\n]))(?:1[3-9]|[2-9]\d|0{1,2})月(?!\d)|(?<![一二三四五六七八九十年])(?:十[三四五六七八九]|[二三四五六七八九]十)月(?=[，。底末初上中下前至完举召启])/g,
  )) {
    yield { start: match.index, end: match.index + match[0].length, message: `没有“${match[0]}”，请核对` };
  }
  for (const match of index.matches(/第[五六七八九5-9]季度|(?<![一二三四、至到\d])[五六七八九]季度/g)) {
    yield { start: match.index, end: match.index + match[0].length, message: `一年只有四个季度，请核对“${match[0]}”` };
  }
}

function* dates(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(/(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]/g)) {
    const [month, day] = [Number(match[2]), Number(match[3])];
    const year = match[1] === undefined ? null : Number(match[1]);
    const length = month === 2 && year !== null && !leap(year) ? 28 : (days[month - 1] ?? 0);
    if (day >= 1 && day <= length) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `没有“${match[0]}”这一天，请核对` };
  }
  yield* otherForms(index);
}

/** 2023-06-31, 2023.13.5; 二月三十日. */
function* otherForms(index: TextIndex): Iterable<Remark> {
  const written = [
    ...index.matches(/(?<![\d.\-/])((?:19|20)\d{2})[.\-/](\d{1,2})[.\-/](\d{1,2})(?![\d.\-/])/g),
    ...index.matches(
      /(?<![一-龥])(二〇[〇一二三四五六七八九]{2}年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{2,3})日/g,
    ),
  ];
  for (const match of written) {
    const [month, day] = [numberOf(match[2]), numberOf(match[3])];
    const year = Number(match[1] ?? Number.NaN);
    const length = month === 2 && year > 0 && !leap(year) ? 28 : (days[month - 1] ?? 0);
    if (day >= 1 && day <= length) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `没有“${match[0]}”这一天，请核对` };
  }
}

const numberOf = (written: string | undefined): number =>
  /^\d+$/.test(written ?? '') ? Number(written) : (chineseNumber(written ?? '') ?? 0);

function* ranges(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(
    /(?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:至|到|—+|－|–|-|~|～)((?:19|20)\d{2})年/g,
  )) {
    if (Number(match[1]) <= Number(match[2])) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `起止年份颠倒：“${match[0]}”，请核对` };
  }
}

/** 5月20日至4月3日 within one year; 下半年（1—6月）. */
function* spans(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(
    /(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?(?:至|到|—+|－|–|-|~|～)(?:(\d{1,2})月)?(\d{1,2})([日月])(?!\d)/g,
  )) {
    const from = Number(match[1]);
    const to = match[5] === '月' ? Number(match[4]) : Number(match[3] ?? match[1]);
    const backwards = from === to && match[2] !== undefined && match[5] === '日' && Number(match[4]) < Number(match[2]);
    if (!backwards && (from <= to || (from >= 9 && to <= 6) || to < 1)) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: backwards ? 'must' : 'should',
      message: `起止日期颠倒：“${match[0]}”，请核对`,
    };
  }
  for (const match of index.matches(
    /(上半年|下半年|[一二三四]季度)[（(](\d{1,2})月?(?:至|到|—+|－|–|-|~|～)(\d{1,2})月(?:份)?[）)]/g,
  )) {
    const [from, to] = seasons[match[1] ?? ''] ?? [];
    if (from === Number(match[2]) && to !== undefined && Number(match[3]) <= to) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `“${match[0]}”的月份不对，请核对` };
  }
}

const seasons: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const weekday = '(?:星期|周|礼拜)([一二三四五六日天])';
const dated = new RegExp(
  `(?:(?:((?:19|20)\\d{2})年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})日|((?:19|20)\\d{2})[.\\-/](\\d{1,2})[.\\-/](\\d{1,2}))(?:[上下中]午|晚上|早上)?[（(，, ]?${weekday}[）)]?`,
  'g',
);
const weekdayFirst = new RegExp(`${weekday}[（(]((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日[）)]`, 'g');

function* weekdays(index: TextIndex, period: RuleInput['structure']['period']): Iterable<Remark> {
  const found = [
    ...index.matches(dated).map((match) => ({
      match,
      date: [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]],
      said: match[7],
    })),
    ...index.matches(weekdayFirst).map((match) => ({ match, date: match.slice(2, 5), said: match[1] })),
  ];
  for (const { match, date, said } of found) {
    const [month, day] = [Number(date[1]), Number(date[2])];
    const year = Number(date[0] ?? period?.slice(0, 4) ?? Number.NaN);
    if (Number.isNaN(year) || month > 12) continue;
    const real = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    if (real === '日一二三四五六'.indexOf((said ?? '').replace('天', '日'))) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: date[0] === undefined ? 'hint' : 'must',
      message: `${year}年${month}月${day}日是星期${'日一二三四五六'[real]}，与所写的不符，请核对`,
    };
  }
}

function* times(text: string, index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(
    /(?<=[午晚早日前天午）)一-龥])(?<![比例分率占为])(\d{1,2})[:：](\d{2})(?=[前后至到开召集分—-]|[^\d%％.:：])/g,
  )) {
    const [hour, minute] = [Number(match[1]), Number(match[2])];
    if ((hour <= 24 && minute < 60) || !/[午晚早日天前]/.test(text[match.index - 1] ?? '')) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `没有“${match[0]}”这个时间，请核对` };
  }
}
