import { describe, expect, it } from 'vitest';
import { buildDocx } from '../../../testing/builders/docx.ts';
import {
  abstractNumbering,
  inList,
  level,
  numbering,
  paragraph,
  paragraphStyle,
} from '../../../testing/builders/wordprocessing.ts';
import { readDocument } from '../read-document.ts';

interface Case {
  readonly name: string;
  readonly numbering: string;
  readonly styles?: string;
  /** w:pPr contents, one per paragraph. */
  readonly paragraphs: readonly string[];
  /** The label of each paragraph, '' for none. */
  readonly labels: readonly string[];
}

const format = (numFmt: string, text = '%1') => abstractNumbering(0, [{ format: numFmt, text }]) + numbering(1, 0);
const three = Array.from({ length: 3 }, () => inList(1));
const chinese = [
  { format: 'chineseCounting', text: '%1、' },
  { format: 'chineseCounting', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
];
const override = (level: number, start: number) =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

const cases: readonly Case[] = [
  {
    name: 'three customary levels, the deeper ones starting again',
    numbering: abstractNumbering(0, chinese) + numbering(1, 0),
    paragraphs: [inList(1), inList(1, 1), inList(1, 2), inList(1, 2), inList(1, 1), inList(1), inList(1, 1)],
    labels: ['一、', '（一）', '1.', '2.', '（二）', '二、', '（一）'],
  },
  {
    name: 'a style that brings the list, its level found by the level’s style',
    numbering:
      abstractNumbering(0, [
        { format: 'chineseCounting', text: '第%1章', extra: '<w:pStyle w:val="h1"/>' },
        { format: 'chineseCounting', text: '第%2节', extra: '<w:pStyle w:val="h2"/>' },
      ]) + numbering(1, 0),
    styles:
      paragraphStyle('h1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      paragraphStyle('h2', 'heading 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    paragraphs: [styled('h1'), styled('h2'), styled('h2'), styled('h1')],
    labels: ['第一章', '第一节', '第二节', '第二章'],
  },
  {
    name: 'a style that inherits the list of the style it is based on',
    numbering: abstractNumbering(0, chinese) + numbering(1, 0),
    styles:
      paragraphStyle('base', 'base', `<w:pPr>${inList(1, 1)}</w:pPr>`) +
      paragraphStyle('child', 'child', '<w:basedOn w:val="base"/>'),
    paragraphs: [styled('child'), styled('child')],
    labels: ['（一）', '（二）'],
  },
  {
    name: 'numId 0, which takes the style’s number away',
    numbering: abstractNumbering(0, chinese) + numbering(1, 0),
    styles: paragraphStyle('h1', 'heading 1', `<w:pPr>${inList(1)}</w:pPr>`),
    paragraphs: [styled('h1'), styled('h1') + inList(0), styled('h1')],
    labels: ['一、', '', '二、'],
  },
  {
    name: 'a list that does not exist, and a level that does not exist',
    numbering: abstractNumbering(0, [{ format: 'decimal', text: '%1.' }]) + numbering(1, 0),
    paragraphs: [inList(7), inList(1, 5), inList(1)],
    labels: ['', '', '1.'],
  },
  {
    name: 'levels without an index, which follow each other',
    numbering:
      `<w:abstractNum w:abstractNumId="0">${chinese.map((spec) => level(0, spec).replace(' w:ilvl="0"', '')).join('')}</w:abstractNum>` +
      numbering(1, 0),
    paragraphs: [inList(1), inList(1, 1), inList(1, 2), inList(1, 1)],
    labels: ['一、', '（一）', '1.', '（二）'],
  },
  {
    name: 'bullets of symbol fonts and the hollow bullet of a type-writer',
    numbering:
      abstractNumbering(0, [
        { format: 'bullet', text: 'l', extra: '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>' },
        { format: 'bullet', text: 'o', extra: '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>' },
        { format: 'bullet', text: '\uf0a7', extra: '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>' },
        { format: 'bullet', text: '\uf0b7', extra: '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>' },
        { format: 'bullet', text: '—' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1, 1), inList(1, 2), inList(1, 3), inList(1, 4)],
    labels: ['●', '○', '▪', '•', '—'],
  },
  {
    name: 'a deeper level that comes up first: those above go on from the number it showed',
    numbering:
      abstractNumbering(0, [
        { format: 'decimal', text: '%1.' },
        { format: 'decimal', text: '%1.%2' },
        { format: 'decimal', text: '%1.%2.%3' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1, 1), inList(1, 1), inList(1), inList(1, 2), inList(1, 1)],
    labels: ['1.1', '1.2', '2.', '2.1.1', '2.2'],
  },
  {
    name: 'a level that names no first number, and ordinal numbers',
    numbering:
      abstractNumbering(0, [{ format: 'ordinal', text: '%1' }]).replace('<w:start w:val="1"/>', '') + numbering(1, 0),
    paragraphs: [inList(1), inList(1), inList(1), inList(1), inList(1)],
    labels: ['0th', '1st', '2nd', '3rd', '4th'],
  },
  {
    name: 'a list that is defined by a numbering style',
    numbering:
      abstractNumbering(0, [], '<w:numStyleLink w:val="listStyle"/>') +
      abstractNumbering(1, chinese, '<w:styleLink w:val="listStyle"/>') +
      numbering(1, 0) +
      numbering(2, 1),
    styles:
      '<w:style w:type="numbering" w:styleId="listStyle"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    paragraphs: [inList(1), inList(1)],
    labels: ['一、', '二、'],
  },
  {
    name: 'two lists of one definition, which share the counter',
    numbering: abstractNumbering(0, chinese) + numbering(1, 0) + numbering(2, 0),
    paragraphs: [inList(1), inList(2), inList(1)],
    labels: ['一、', '二、', '三、'],
  },
  {
    name: 'a start override, which works once per list and level',
    numbering: abstractNumbering(0, chinese) + numbering(1, 0) + numbering(2, 0, override(0, 1)),
    paragraphs: [inList(1), inList(1), inList(2), inList(2), inList(1)],
    labels: ['一、', '二、', '一、', '二、', '三、'],
  },
  {
    name: 'a level that a list overrides',
    numbering:
      abstractNumbering(0, chinese) +
      numbering(
        1,
        0,
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride>',
      ),
    paragraphs: [inList(1), inList(1)],
    labels: ['3）', '4）'],
  },
  {
    name: 'a level that goes on over higher headings',
    numbering:
      abstractNumbering(0, [
        { format: 'chineseCounting', text: '第%1章' },
        { format: 'decimal', text: '第%2条', extra: '<w:lvlRestart w:val="0"/>' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1, 1), inList(1, 1), inList(1), inList(1, 1)],
    labels: ['第一章', '第1条', '第2条', '第二章', '第3条'],
  },
  {
    name: 'a level that starts again only after the first level',
    numbering:
      abstractNumbering(0, [
        { format: 'decimal', text: '%1' },
        { format: 'decimal', text: '%2' },
        { format: 'decimal', text: '%3', extra: '<w:lvlRestart w:val="1"/>' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1, 2), inList(1, 1), inList(1, 2), inList(1), inList(1, 2)],
    labels: ['1', '1', '2', '2', '2', '1'],
  },
  {
    name: 'legal numbering, which shows upper levels in digits',
    numbering:
      abstractNumbering(0, [
        { format: 'chineseCounting', text: '%1、' },
        { format: 'decimal', text: '%1.%2', extra: '<w:isLgl/>' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1, 1), inList(1), inList(1, 1)],
    labels: ['一、', '1.1', '二、', '2.1'],
  },
  {
    name: 'an upper level that was never used, which shows its start',
    numbering:
      abstractNumbering(0, [
        { format: 'decimal', text: '%1.', start: 4 },
        { format: 'decimal', text: '%1.%2' },
      ]) + numbering(1, 0),
    paragraphs: [inList(1, 1), inList(1, 1)],
    labels: ['4.1', '4.2'],
  },
  {
    name: 'letters beyond z',
    numbering: abstractNumbering(0, [{ format: 'lowerLetter', text: '%1.', start: 26 }]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1)],
    labels: ['z.', 'aa.'],
  },
  {
    name: 'Chinese numbers over ten and twenty',
    numbering: abstractNumbering(0, [{ format: 'chineseCountingThousand', text: '%1、', start: 10 }]) + numbering(1, 0),
    paragraphs: Array.from({ length: 12 }, () => inList(1)),
    labels: '十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一'.split(' ').map((label) => `${label}、`),
  },
  {
    name: 'circled numbers to fifty',
    numbering:
      abstractNumbering(0, [{ format: 'decimalEnclosedCircleChinese', text: '%1', start: 20 }]) + numbering(1, 0),
    paragraphs: [inList(1), inList(1)],
    labels: ['⑳', '㉑'],
  },
  {
    name: 'bullets of a symbol font',
    numbering: abstractNumbering(0, [{ format: 'bullet', text: '\uf06c' }]) + numbering(1, 0),
    paragraphs: [inList(1)],
    labels: ['•'],
  },
  ...(
    [
      ['decimalZero', ['01', '02', '03']],
      ['decimalFullWidth', ['１', '２', '３']],
      ['ideographDigital', ['一', '二', '三']],
      ['japaneseCounting', ['一', '二', '三']],
      ['chineseLegalSimplified', ['壹', '贰', '叁']],
      ['decimalEnclosedCircle', ['①', '②', '③']],
      ['decimalEnclosedParen', ['⑴', '⑵', '⑶']],
      ['decimalEnclosedFullstop', ['⒈', '⒉', '⒊']],
      ['ideographEnclosedCircle', ['㊀', '㊁', '㊂']],
      ['ideographTraditional', ['甲', '乙', '丙']],
      ['ideographZodiac', ['子', '丑', '寅']],
      ['upperLetter', ['A', 'B', 'C']],
      ['lowerRoman', ['i', 'ii', 'iii']],
      ['upperRoman', ['I', 'II', 'III']],
      ['none', ['', '', '']],
    ] as const
  ).map(([numFmt, labels]) => ({ name: `the format ${numFmt}`, numbering: format(numFmt), paragraphs: three, labels })),
];

describe('automatic numbers of a .docx', () => {
  it.each(cases)('are shown as Word shows them: $name', async ({ numbering: xml, styles, paragraphs, labels }) => {
    const body = paragraphs.map((properties) => paragraph('标题', properties)).join('');
    const bytes = buildDocx({ body, numbering: xml, ...(styles !== undefined && { styles }) });
    const outcome = await readDocument(bytes, { fileName: 'x.docx' });
    expect(outcome.ok && outcome.document.text).toBe(labels.map((label) => `${label}标题`).join('\n'));
    expect(outcome.ok && outcome.document.blocks.map((block) => block.numbering?.label ?? '')).toEqual(labels);
  });

  it.each([
    ['1.', '2026年', '1. 2026年'],
    ['1.', '学习', '1.学习'],
    ['一、', '2026年', '一、2026年'],
    ['1.1', '5个重点', '1.1 5个重点'],
  ])('keep apart from the words only where they would run together: %s + %s', async (label, words, expected) => {
    const xml = abstractNumbering(0, [{ format: 'decimal', text: label }]) + numbering(1, 0);
    const bytes = buildDocx({ body: paragraph(words, inList(1)), numbering: xml });
    const outcome = await readDocument(bytes, { fileName: 'x.docx' });
    expect(outcome.ok && outcome.document.text).toBe(expected);
  });
});
