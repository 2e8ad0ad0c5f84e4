import { type DefectClass, pick, swap } from './planting.ts';

const shifted = (digits: string, by: number): string => String(Math.round((Number(digits) + by) * 100) / 100);

/** Figures and dates that cannot be. */
export const figures: readonly DefectClass[] = [
  {
    name: '不存在的日期',
    plant: swap(
      /(?<!\d)\d{1,2}月\d{1,2}日/g,
      (_, dice) => pick(['2月30日', '4月31日', '13月5日', '11月31日', '6月31日', '9月0日'], dice) ?? '2月30日',
      1,
    ),
  },
  {
    name: '星期不符',
    plant: swap(/(?<=[，。；])(?=[一-龥]{4})/g, () => '2024年3月5日（星期三），', 0),
  },
  {
    name: '起止颠倒',
    plant: swap(
      /(?<=[，。；])(?=[一-龥]{4})/g,
      (_, dice) => pick(['从2024年到2021年，', '2023年—2020年，', '自2025年至2022年，'], dice) ?? '',
      0,
    ),
  },
  {
    name: '比率超百',
    plant: swap(
      /(?<=合格率|满意率|满意度|知晓率|参保率|覆盖率|优良率|就业率|使用率|办结率)(?:达到?|为|保持在|达到了)?\d{2}(?:\.\d+)?%/g,
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
  { name: '百分号重复', plant: swap(/(?<=\d)%(?=[，。；])/g, () => '%%', 2) },
  {
    name: '两个小数点',
    plant: swap(/(?<![\d.])\d{1,3}\.\d(?=%|亿元|万元)/g, ([words]) => words.replace('.', '..'), 2),
  },
  {
    name: '其中大于总数',
    plant: swap(
      /(?<=[，。；])(?=[一-龥]{4})/g,
      (_, dice) =>
        pick(
          ['培训干部120人，其中女干部160人，', '召开会议12次，其中专题会议21次，', '办理提案35件，其中重点提案53件，'],
          dice,
        ) ?? '',
      0,
    ),
  },
  {
    name: '增幅不符',
    plant: swap(
      /(?<=[，。；])(?=[一-龥]{4})/g,
      (_, dice) =>
        pick(
          [
            '产值由2亿元增长到3亿元，增长30%，',
            '参保率从86.5%提高到95.5%，提高12个百分点，',
            '在校生由1200人增加到1500人，增长40%，',
          ],
          dice,
        ) ?? '',
      0,
    ),
  },
  {
    name: '比重之和不对',
    plant: swap(
      /(?<=三次产业(?:结构|比例|比重|增加值比重|结构比)[^。，；]{0,10})\d{1,2}(?:\.\d)?(?=[:：∶]\d)/g,
      ([words], dice) => shifted(words, 3 + Math.floor(dice() * 9)),
      24,
    ),
  },
  {
    name: '亿写成万',
    plant: swap(
      /(?<=地区生产总值|一般公共预算收入|财政收入|固定资产投资|社会消费品零售总额)(?:达到?|完成|突破|实现)?\d+(?:\.\d+)?亿元/g,
      ([words]) => words.replace('亿', '万'),
      0,
    ),
  },
  {
    name: '亿元写成元',
    plant: swap(
      /(?<=投资|资金|收入|税收|产值)(?:达到?|完成|突破|实现)?\d+(?:\.\d+)?亿元/g,
      ([words]) => words.replace('亿', ''),
      0,
    ),
  },
  {
    name: '条数与所说不符',
    plant: swap(
      /[三四五六](?=个方面(?:的)?(?:工作|问题|不足)?：一是)/g,
      ([words]) => ({ 三: '五', 四: '六', 五: '三', 六: '四' })[words] ?? '九',
      6,
    ),
  },
];
