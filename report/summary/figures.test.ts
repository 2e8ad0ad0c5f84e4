import { describe, expect, it } from 'vitest';
import { figuresIn } from './figures.ts';

const read = (text: string) =>
  figuresIn(text, { start: 0, end: text.length }).map(({ text: words, value, unit, what, asOf, comparison }) => ({
    words,
    value,
    unit,
    what,
    ...(asOf === null || asOf === undefined ? {} : { asOf }),
    ...(comparison === null || comparison === undefined ? {} : { comparison }),
  }));

describe('a figure is a number with its unit and what it counts', () => {
  it.each<[string, string, unknown[]]>([
    [
      'behind its noun',
      '全年开展主题党日活动12次。',
      [{ words: '12次', value: 12, unit: '次', what: '开展主题党日活动' }],
    ],
    ['before its noun', '解决了35件民生实事，', [{ words: '35件', value: 35, unit: '件', what: '民生实事' }]],
    ['a rate', '群众满意度达到98.5％以上。', [{ words: '98.5％以上', value: 98.5, unit: '%', what: '群众满意度' }]],
    [
      'money with its scale',
      '追回资金32.6万元，',
      [{ words: '32.6万元', value: 32.6, unit: '万元', what: '追回资金' }],
    ],
    [
      'about so many',
      '惠及群众3.2万余人次。',
      [{ words: '3.2万余人次', value: 3.2, unit: '万人次', what: '惠及群众' }],
    ],
    [
      'with separators of thousands',
      '发放补贴1,250户。',
      [{ words: '1,250户', value: 1250, unit: '户', what: '发放补贴' }],
    ],
    [
      'tenths in Chinese',
      '民生支出占比在八成左右。',
      [{ words: '八成左右', value: 80, unit: '%', what: '民生支出占比' }],
    ],
    ['fractions in Chinese', '党员占四分之三。', [{ words: '四分之三', value: 75, unit: '%', what: '党员' }]],
    [
      'items of one list each',
      '共组织理论学习13次、党小组会9次，',
      [
        { words: '13次', value: 13, unit: '次', what: '组织理论学习' },
        { words: '9次', value: 9, unit: '次', what: '党小组会' },
      ],
    ],
    [
      'paired by order behind 分别',
      '城镇、农村居民参保率分别达91%和97%。',
      [
        { words: '91%', value: 91, unit: '%', what: '城镇·参保率' },
        { words: '97%', value: 97, unit: '%', what: '农村居民参保率' },
      ],
    ],
    [
      'both ends of a change',
      '办件时长从年初的15天缩短至年底的6天。',
      [
        {
          words: '15天',
          value: 15,
          unit: '天',
          what: '办件时长',
          asOf: '年初',
          comparison: '从年初的15天缩短至年底的6天',
        },
        {
          words: '6天',
          value: 6,
          unit: '天',
          what: '办件时长',
          asOf: '年底',
          comparison: '从年初的15天缩短至年底的6天',
        },
      ],
    ],
    [
      'growth beside its amount',
      '完成投资20亿元，同比增长8.1%。',
      [
        { words: '20亿元', value: 20, unit: '亿元', what: '完成投资' },
        { words: '8.1%', value: 8.1, unit: '%', what: '完成投资', comparison: '同比增长' },
      ],
    ],
    [
      'with its as-of date',
      '截至11月底，办结案件46件。',
      [{ words: '46件', value: 46, unit: '件', what: '办结案件', asOf: '截至11月底' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['years, months and days', '2022年3月15日，2022年度，1月'],
    ['anniversaries, sessions and ordinals', '庆祝20周年，第3期，第5次，十三五'],
    ['catchwords', '4个意识、3个方面、主要有3点：'],
    ['names', 'A4纸、5G网络、12345热线、1号文件、24小时值班'],
    ['Chinese numbers in words', '一次、三会一课、十五分钟、四个确保'],
  ])('%s are none', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('stands at its place in the text', () => {
    const text = '开头。办结12件，满意率99％。';
    expect(
      figuresIn(text, { start: 3, end: text.length }).map((figure) => text.slice(figure.start, figure.end)),
    ).toEqual(['12件', '99％']);
  });
});
