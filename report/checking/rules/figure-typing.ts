import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  {
    pattern:
      /(?<![A-Za-z\d.０-９])(?:[\d０-９]+\.?[oOlIＯΟО]+[\d０-９oOlI]*|[lIOＯΟ]+[\d０-９]+|(?<=[一-龥〔])[lO]{1,3})(?=[年月日号%％次个人名件万亿元户项场期家条份篇亩岁天批处起〕]|余|公里|千米|平方米)/g,
    message: (match) => `“${match[0]}”里混进了字母，请改成数字`,
    suggestion: (match) => match[0].replace(/[oOＯΟО]/g, '0').replace(/[lI]/g, '1'),
    unless: (match, text) =>
      /^[lO]{1,3}$/.test(match[0]) && /[类型级]$/.test(text.slice(Math.max(0, match.index - 4), match.index)),
  },
  {
    pattern: /(?<!\d)\d{1,2}〇\d{1,2}(?=年)/g,
    message: (match) => `“${match[0]}”里数字和“〇”混用，请统一`,
    suggestion: (match) => match[0].replace('〇', '0'),
  },
  {
    pattern:
      /[二一][OＯo0〇零一二三四五六七八九]{3}(?=年)|(?<=[一二三四五六七八九])[OＯ]{1,3}(?=[周年人次个名万亿元])/g,
    message: (match) => `“${match[0]}”里的“〇”打成了字母或数字，请改正`,
    severity: 'should',
    suggestion: (match) => match[0].replace(/[OＯo0]/g, '〇'),
    unless: (match) => !/[OＯo0]/.test(match[0]),
  },
  {
    pattern: /(?<![\d.,第])(?:20\d{3}|20[1-9]|2[1-9]\d{2})年(?=度|底|末|初|起|以来|全|完成|获|被|[，。]|\d{1,2}月)/g,
    message: (match) => `没有“${match[0]}”，像是年份多打、少打或打错了数字，请核对`,
    severity: 'should',
    unless: (match, text) => /[近约达过有用历后超]$/.test(text.slice(Math.max(0, match.index - 4), match.index)),
  },
  {
    pattern: /\d*(?:\d[０-９]|[０-９]\d)[\d０-９]*/g,
    message: (match) => `“${match[0]}”全角、半角数字混用`,
    severity: 'hint',
    suggestion: (match) => match[0].replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  },
  {
    pattern: /(?<![\d,，.])\d{1,3},(?:\d{1,2}|\d{4,})(?![\d,])(?=[元个人名万亿户次件家])/g,
    message: (match) => `“${match[0]}”的千分位逗号位置不对，请核对`,
    severity: 'should',
  },
  {
    pattern: /(?<![\d/])(20\d{2}20\d{2})(?=年)/g,
    message: (match) => `“${match[0]}”两个年份之间少了连接号`,
    suggestion: (match) => `${match[0].slice(0, 4)}—${match[0].slice(4)}`,
  },
  {
    pattern: /(?<![\d.—-])(20[0-4]\d) ?(?=工作(?:总结|情况|计划|打算|安排))/g,
    message: (match) => `“${match[1]}”后面少了“年”`,
    severity: 'should',
    suggestion: (match) => `${match[1]}年`,
  },
  {
    pattern: /(?<=[一-龥])\d{1,3}[，、]\d{3}(?=[元人户个](?!月))/g,
    message: (match) => `“${match[0]}”数字中间像是误入了标点，请核对`,
    severity: 'hint',
  },
];

export const rule: Rule = {
  meta: {
    id: 'figure-typing',
    title: '数字输入错误',
    basis: '《出版物上数字用法》（GB/T 15835—2011）',
    severity: 'must',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '建成5G基站120个，PM2.5下降3%。',
        '投资1,200万元。',
        '2023年完成A1地块。',
        '二〇二三年，建城200年，O型血捐献10人。',
      ],
      bad: [
        { text: '2O23年，走访l5户。', found: ['2O23', 'l5'] },
        { text: '完成投资3.O亿元，10月l日启动，共lO项。', found: ['3.O', 'l', 'lO'] },
        { text: '20233年获评，203年底完成，二O二三年。', found: ['20233年', '203年', '二O二三'] },
        { text: '培训20２3人次。', found: ['20２3'] },
        { text: '投资12,5万元。', found: ['12,5'] },
        { text: '落实《法治建设纲要（20212025年）》。', found: ['20212025'] },
        { text: '现将2022工作情况汇报如下。', found: ['2022'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
