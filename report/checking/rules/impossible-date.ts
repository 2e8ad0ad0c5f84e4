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
      ],
      bad: [
        { text: '2024年13月召开会议。', found: ['13月'] },
        { text: '从2024年到2021年，13月5日前完成。', found: ['2024年到2021年', '13月5日'] },
        { text: '11月31日前完成。', found: ['11月31日'] },
        { text: '2023年2月29日开会。', found: ['2023年2月29日'] },
        { text: '2024年2月29日（星期五）开会。', found: ['2024年2月29日（星期五）'] },
        { text: '上午9:75集合。', found: ['9:75'] },
      ],
    },
  },
  check: ({ text, index, structure }) => [
    ...dates(index),
    ...weekdays(index, structure.period),
    ...times(text, index),
    ...months(index),
    ...ranges(index),
  ],
};

function* months(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(/(?<=\d年|[于至自从截])(?:1[3-9]|[2-9]\d|0{1,2})月/g)) {
    yield { start: match.index, end: match.index + match[0].length, message: `没有“${match[0]}”，请核对` };
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
}

function* ranges(index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(
    /(?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:至|到|—+|－|–|-|~|～)((?:19|20)\d{2})年/g,
  )) {
    if (Number(match[1]) <= Number(match[2])) continue;
    yield { start: match.index, end: match.index + match[0].length, message: `起止年份颠倒：“${match[0]}”，请核对` };
  }
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function* weekdays(index: TextIndex, period: RuleInput['structure']['period']): Iterable<Remark> {
  for (const match of index.matches(
    /(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?/g,
  )) {
    const year = Number(match[1] ?? period?.slice(0, 4) ?? Number.NaN);
    if (Number.isNaN(year)) continue;
    const weekday = new Date(Date.UTC(year, Number(match[2]) - 1, Number(match[3]))).getUTCDay();
    const written = '日一二三四五六'.indexOf((match[4] ?? '').replace('天', '日'));
    if (weekday === written) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      severity: match[1] === undefined ? 'hint' : 'must',
      message: `${year}年${match[2]}月${match[3]}日是星期${'日一二三四五六'[weekday]}，与所写的不符，请核对`,
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
