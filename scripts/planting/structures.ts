import { inventedReports } from './invented-reports.ts';
import { type DefectClass, pick, swap } from './planting.ts';

const base = inventedReports;

/** Headings, repetitions, and what disagrees between title, text and signature. */
export const structures: readonly DefectClass[] = [
  {
    name: '一级标题重号',
    plant: swap(/^[二三四五]、/gm, ([words]) => `${'一二三四'['二三四五'.indexOf(words[0] ?? '')]}、`, 6),
  },
  {
    name: '一级标题跳号',
    plant: swap(/^[二三四]、/gm, ([words]) => `${'四五六'['二三四'.indexOf(words[0] ?? '')]}、`, 6),
  },
  {
    name: '二级标题跳号',
    plant: swap(/^（[二三四五]）/gm, ([words]) => `（${'四五六七'['二三四五'.indexOf(words[1] ?? '')]}）`, 8),
  },
  {
    name: '二级标题重号',
    plant: swap(/^（[二三四五]）/gm, ([words]) => `（${'一二三四'['二三四五'.indexOf(words[1] ?? '')]}）`, 8),
  },
  {
    name: '三级标题重号',
    plant: swap(/^[2-5]\.(?=[一-龥])/gm, ([words]) => `${Number(words[0]) - 1}.`, 6),
  },
  {
    name: '分述序号重复',
    plant: swap(
      /(?<=[。；，])[二三四]是(?=[一-龥])/g,
      ([words]) => `${'一二三'['二三四'.indexOf(words[0] ?? '')]}是`,
      6,
    ),
  },
  {
    name: '段落重复',
    plant: (text, dice) => {
      const paragraph = pick([...text.matchAll(/[^\n]{60,}\n/g)], dice);
      if (paragraph === undefined) return null;
      const end = paragraph.index + paragraph[0].length;
      return {
        text: text.slice(0, end) + paragraph[0] + text.slice(end),
        start: paragraph.index,
        end: end + paragraph[0].length,
      };
    },
  },
  {
    name: '句子重复',
    plant: (text, dice) => {
      const sentence = pick([...text.matchAll(/(?<=[。；])[^。；\n]{18,60}[。；]/g)], dice);
      if (sentence === undefined) return null;
      const end = sentence.index + sentence[0].length;
      return {
        text: text.slice(0, end) + sentence[0] + text.slice(end),
        start: sentence.index,
        end: end + sentence[0].length,
      };
    },
  },
  {
    name: '年份与标题不符',
    base,
    plant: swap(/现将(?:2024|2025)年/g, ([words]) => words.replace(/\d{4}/, (year) => String(Number(year) - 1)), 0),
  },
  {
    name: '开头年份与标题不符',
    base,
    plant: swap(/^(?:2024|2025)年(?=，)/gm, ([words]) => `${Number(words.slice(0, 4)) - 1}年`, 0),
  },
  {
    name: '打算年份不符',
    base,
    plant: swap(/(?<=、)2026年(?=工作打算)/g, () => '2024年', 2),
  },
  {
    name: '落款日期不符',
    base,
    plant: swap(
      /^202\d年(?=\d{1,2}月\d{1,2}日$)/gm,
      ([words], dice) => `${Number(words.slice(0, 4)) + (pick([-2, -3, 4], dice) ?? 4)}年`,
      8,
    ),
  },
  {
    name: '文种与标题不符',
    base,
    plant: swap(
      /现将\d{4}年述职述廉情况|现将\d{4}年工作情况总结/g,
      ([words]) => words.replace('述职述廉情况', '述职述责述廉情况').replace('工作情况总结', '工作情况述职'),
      4,
    ),
  },
  {
    name: '署名与标题不符',
    base,
    plant: swap(
      /^(?:述职人：)?成员丙(?=\n)|^丰泽县财政局(?=\n20)/gm,
      ([words]) => words.replace('成员丙', '成员丁').replace('财政局', '审计局'),
      0,
    ),
  },
  {
    name: '支部召开民主生活会',
    base,
    plant: swap(/召开组织生活会/g, () => '召开民主生活会', 6),
  },
  {
    name: '混入别的单位',
    base,
    plant: swap(
      /我局|我镇|全局干部职工|全镇自来水|全局上下/g,
      ([words], dice) => words.replace(/[局镇]/, pick(['校', '院', '所'], dice) ?? '校'),
      2,
    ),
  },
  {
    name: '级别不符',
    base,
    plant: swap(
      /我县群众|全县一般公共|全县财政干部|我镇新建|全镇自来水/g,
      ([words]) => words.replace('县', '市').replace('镇', '县'),
      2,
    ),
  },
  {
    name: '第三人称',
    base,
    plant: swap(/我带头作交流/g, () => '支部书记带头作交流', 4),
  },
];
