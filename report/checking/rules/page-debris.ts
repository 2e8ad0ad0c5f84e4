import { matched, type Pattern } from '../matching.ts';
import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const message = '页码混进了正文，请删去';
const patterns: readonly Pattern[] = [
  {
    pattern: /^[ \t　]*(第\s?\d{1,3}\s?页(?:[ ，,/／]?\s?[（(]?共\s?\d{1,3}\s?页[）)]?)?)[ \t　]*$/gm,
    message,
    suggestion: '',
  },
  {
    pattern: /第\s?\d{1,3}\s?页\s?[，,/／]?\s?共\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页[，,]?\s?(?:当前)?第\s?\d{1,3}\s?页/g,
    message,
    suggestion: '',
  },
  { pattern: /^[ \t　]*([-—–－]{1,2}\s?\d{1,3}\s?[-—–－]{1,2})[ \t　]*$/gm, message, suggestion: '' },
  { pattern: /(?<=[一-龥，、])([-—－]\s\d{1,3}\s[-—－])(?=[一-龥，。])/g, message, suggestion: '' },
  { pattern: /(?<=[一-龥，、。])([—－]\d{1,3}[—－])(?=[一-龥，。])/g, message, suggestion: '' },
  {
    pattern: /^[ \t　]*([·•~～]\s?\d{1,3}\s?[·•~～]|[\dⅠ-Ⅻ]{1,3}\s?[/／]\s?\d{1,3})[ \t　]*$/gm,
    message,
    suggestion: '',
  },
  {
    pattern:
      /错误[!！]\s?未(?:找到引用源|定义书签|指定)[^\n，；]{0,12}?(?:[。.]|$)|错误[!！]\s?(?:链接无效|文档中没有)[^\n，；]{0,16}|Error!\s?(?:Reference source|Bookmark|No text)[^\n一-龥]{0,40}/gm,
    message: 'Word 的引用或目录失效了，请更新后改正',
    severity: 'must',
  },
  {
    pattern:
      /\{\s?(?:PAGE|NUMPAGES|TOC|PAGEREF|REF|SEQ|DATE|HYPERLINK)\b[^}\n]{0,60}\}|\b(?:PAGEREF|HYPERLINK|NUMPAGES)\b[^\n一-龥]{0,40}|(?:\bREF )?\b_(?:Toc|Ref)\d{3,}/g,
    message: 'Word 的域代码露了出来，请删去',
    severity: 'must',
    suggestion: '',
  },
  {
    pattern:
      /(?<![\w/.\\"-])(?:[A-Za-z\d_-]{0,24}|(?:微信)?图片[\d_]{0,20}|截[图屏][\d_]{0,20})\.(?:png|jpe?g|gif|bmp)\b|[【[<](?:图片|插图|照片|表格|公式|此处插图)\d{0,2}[】\]>]/gi,
    message: '图片的文件名或占位，图片没有带过来，请补上或删去',
    unless: (match) => match[0].startsWith('.') || match[0] === '[图片]',
  },
  {
    pattern:
      /批注\s?[[【(（][^\]】)）\n]{0,12}[\]】)）]\s?[：:][^\n]{0,40}|(?:修改痕迹|修订记录|删除的内容|带格式的)[：:][^\n]{0,40}|(?:打印|导出)(?:日期|时间|人)[：:][^\n]{0,24}/g,
    message: '批注、修订或打印留下的文字，请删去',
    severity: 'must',
    suggestion: '',
  },
  {
    pattern: /^[ \t　]*((?:[^\n。]{0,24}[-–—.])?(?:WPS Office|Microsoft Word))[ \t　]*$/gm,
    anchor: /(?:WPS Office|Microsoft Word)[ \t　]*$/gm,
    message: '打印或导出时带进的页眉，请删去',
    suggestion: '',
  },
  { pattern: /^[ \t　]*(Page\s?\d{1,3}(?:\s?of\s?\d{1,3})?)[ \t　]*$/gim, message, suggestion: '' },
];

export const rule: Rule = {
  meta: {
    id: 'page-debris',
    title: '页码、域代码等混入正文',
    basis: null,
    severity: 'should',
    family: 'mask',
    examples: {
      good: ['详见附件第3页。', '——抓好重点项目。', '2023年—2025年。'],
      bad: [
        { text: '一、主要工作\n第 2 页 共 6 页\n二、问题', found: ['第 2 页 共 6 页'] },
        { text: '持续推进\n- 3 -\n重点工作。', found: ['- 3 -'] },
        { text: '认真落实— 4 —各项部署。', found: ['— 4 —'] },
        { text: '持续推进\n3/12\n重点—5—工作。', found: ['3/12', '—5—'] },
        {
          text: '详见错误!未找到引用源。\n{ PAGE }\n图片1.png',
          found: ['错误!未找到引用源。', '{ PAGE }', '图片1.png'],
        },
        { text: '批注[甲1]：数据需核实\n打印日期：2024-1-2', found: ['批注[甲1]：数据需核实', '打印日期：2024-1-2'] },
      ],
    },
  },
  check: ({ index, text, document }) =>
    document.pages !== null && document.format === 'pdf'
      ? []
      : [...matched(index, patterns), ...numbersAlone(text, index)],
};

/** A number alone on a line that cuts a running text in two. */
function* numbersAlone(text: string, index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(/(?<=[一-龥，、]\n)(\d{1,3})(?=\n[一-龥])/g)) {
    if (index.blockAt(match.index)?.kind !== 'paragraph' || !runsOn(text, match)) continue;
    yield { start: match.index, end: match.index + match[0].length, message, suggestion: '' };
  }
}

/** The line before breaks off within a long sentence. */
const runsOn = (text: string, match: RegExpExecArray): boolean =>
  match.index - 1 - text.lastIndexOf('\n', match.index - 2) > 24;
