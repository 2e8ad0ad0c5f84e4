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
      'growth of what stands before it, in numbers and shares',
      '全年门诊41260人次，比上年增加3120人次，增长8.2%；住院2318人次，同比下降1.5%。',
      [
        { words: '41260人次', value: 41260, unit: '人次', what: '门诊' },
        { words: '3120人次', value: 3120, unit: '人次', what: '门诊', comparison: '比上年增加' },
        { words: '8.2%', value: 8.2, unit: '%', what: '门诊', comparison: '增长' },
        { words: '2318人次', value: 2318, unit: '人次', what: '住院' },
        { words: '1.5%', value: 1.5, unit: '%', what: '住院', comparison: '同比下降' },
      ],
    ],
    [
      'a share of its plan',
      '合同额2150万元，完成年度任务的107.5%。',
      [
        { words: '2150万元', value: 2150, unit: '万元', what: '合同额' },
        { words: '107.5%', value: 107.5, unit: '%', what: '合同额·年度任务' },
      ],
    ],
    [
      'a change told by any verb',
      '风险点由42个梳理为57个，审批时限由15个工作日压缩至7个工作日。',
      [
        { words: '42个', value: 42, unit: '个', what: '风险点', comparison: '由42个梳理为57个' },
        { words: '57个', value: 57, unit: '个', what: '风险点', comparison: '由42个梳理为57个' },
        {
          words: '15个工作日',
          value: 15,
          unit: '个工作日',
          what: '审批时限',
          comparison: '由15个工作日压缩至7个工作日',
        },
        {
          words: '7个工作日',
          value: 7,
          unit: '个工作日',
          what: '审批时限',
          comparison: '由15个工作日压缩至7个工作日',
        },
      ],
    ],
    [
      'people of an age',
      '65岁以上老年人体检4106人，',
      [{ words: '4106人', value: 4106, unit: '人', what: '65岁以上老年人体检' }],
    ],
    [
      'what was done, when a verb follows',
      '流转土地680亩种植辣椒，',
      [{ words: '680亩', value: 680, unit: '亩', what: '流转土地' }],
    ],
    [
      'the clause before, when its own says only how many',
      '教学反思写得少，全年只有11篇。',
      [{ words: '11篇', value: 11, unit: '篇', what: '教学反思写得少' }],
    ],
    [
      'behind numbers that are names',
      '受理12345热线工单1873件，',
      [{ words: '1873件', value: 1873, unit: '件', what: '受理12345热线工单' }],
    ],
    ['a range as one figure', '每次持续1至3分钟。', [{ words: '1至3分钟', value: 3, unit: '分钟', what: '每次' }]],
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
    ['numbers inside names', '“15分钟生活圈”、“1+6+N”体系'],
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

describe('what a figure counts, in the words of its sentence', () => {
  it.each<[string, string[]]>([
    ['全村脱贫户52户163人，', ['全村脱贫户|52户', '全村脱贫户|163人']],
    ['审结涉农案件8件60人，', ['审结涉农案件|8件', '审结涉农案件|60人']],
    ['我每月坚持3次到村组走访，', ['到村组走访|3次']],
    ['截至11月份完成投资685万元，', ['完成投资|685万元']],
    ['新增1个省级特色专科（老年病科），', ['省级特色专科|1个']],
    ['筹建8家“骑手驿站”“骑手窗口”，', ['“骑手驿站”|8家']],
    ['打造5个特色鲜明、群众认可的党建品牌，', ['党建品牌|5个']],
    ['全镇共有卫生室17间，相比2021年末增加3间。', ['卫生室|17间', '卫生室|3间']],
    ['村级收入20万元以上的村达到60%，', ['村级收入|20万元以上', '村级收入20万元以上的村|60%']],
    ['满意度97.8%（2024年为96.5%），', ['满意度|97.8%', '满意度|96.5%']],
    ['把党建纳入年度考核，占比10%。', ['党建纳入年度考核·占比|10%']],
    ['全县生产总值提前实现较2010年翻一番，预计2022年突破260亿元。', ['全县生产总值|260亿元']],
    ['财政收入迈上19亿元新台阶，', ['财政收入|19亿元']],
    ['存款余额突破29亿元，是2018年的1.4倍，', ['存款余额|29亿元', '存款余额|1.4倍']],
    ['把16名骨干发展成党员，', ['骨干|16名']],
    ['18名网格员中持证的只有7名，', ['网格员|18名', '网格员中持证|7名']],
    ['耕地面积3261亩，其中：田1955亩、土1306亩，', ['耕地面积|3261亩', '耕地面积·田|1955亩', '耕地面积·土|1306亩']],
    ['城镇居民收入和农民收入分别达到45,000元和22,000元，', ['城镇居民收入|45,000元', '农民收入|22,000元']],
    ['党建工作按照20%权重计入考核，', ['党建工作·权重|20%']],
    ['孕产妇死亡率为3.8/10万，', ['孕产妇死亡率|3.8/10万']],
    ['计划投资748万元，', ['计划投资|748万元']],
    ['50岁以上18人，40岁~49岁23人，', ['50岁以上|18人', '40岁~49岁|23人']],
    ['由11个部门完成16个问题的核验，', ['部门|11个', '问题的核验|16个']],
  ])('%s', (text, expected) => {
    expect(read(text).map(({ what, words }) => `${what}|${words}`)).toEqual(expected);
  });
});
