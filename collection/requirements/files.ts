import { folded } from '../dates/characters.ts';
import { fileNameJoints, fileNamePattern } from '../file-name-pattern.ts';
import { type Field, fieldAt } from './field.ts';

const formats: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.?docx(?![a-z])/iu, ['docx']],
  [/(?<![a-z])word(?:\s?(?:版|文档|格式|文件|电子))?/iu, ['docx', 'doc']],
  [/\.doc(?![a-z])/iu, ['doc']],
  [/(?<![a-z])wps(?![a-z])/iu, ['wps']],
  [/(?<![a-z])pdf(?![a-z])/iu, ['pdf']],
  [/(?<![a-z])ofd(?![a-z])/iu, ['ofd']],
  [/\.txt(?![a-z])/iu, ['txt']],
];

/** File formats asked for, as ids of `ReportFormat`: Word版 means docx and doc. */
export const readFormats = (text: string): Field<readonly string[]> | null => {
  // The names of attachments tell nothing of what is to be handed in.
  const words = folded(text).replace(/^[ \t]{0,8}(?:附件|\d[.、]).{0,80}\.[a-z]{3,4}[ \t]{0,8}$/gimu, (line) =>
    ' '.repeat(line.length),
  );
  const found = formats.flatMap(([pattern, ids]) => {
    const match = pattern.exec(words);
    return match === null ? [] : [{ ids, match }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const ids = [...new Set(found.flatMap(({ ids: some }) => some))];
  return fieldAt(ids, first.match.index, first.match[0], 0.9);
};

const JOINT = `[${fileNameJoints}]`;
const TOKEN = '[\\p{Script=Han}\\dXx×]{1,16}?';
const rule = new RegExp(
  `(?:命名|文件名|邮件(?:主题|标题)|名称)[^。;\\n]{0,14}?(?:[:为是以按]|格式|统一|采用|用)\\s?[“"‘'《(【]?\\s?((?:${TOKEN}\\s?${JOINT}\\s?){1,5}[\\p{Script=Han}\\dXx×]{1,16})`,
  'u',
);
const quoted = new RegExp(
  `[“"‘'《(【]\\s?((?:${TOKEN}\\s?${JOINT}\\s?){1,5}[\\p{Script=Han}\\dXx×]{1,16})\\s?[”"’'》)】]`,
  'u',
);

/**
 * The naming rule as `Requirements.fileName` keeps it: 以“单位+姓名+述职述廉报告”命名 → "{unit}+{name}+述职述廉报告". Placeholders:
 * unit, name, post, year, kind, title; other words stay as they are.
 */
export const readNaming = (text: string): Field<string> | null => {
  const words = folded(text);
  const quotes = /命名|文件名|主题|名称/u.test(words) ? quoted.exec(words) : null;
  const match = quotes ?? rule.exec(words);
  if (match === null) return null;
  const pattern = fileNamePattern((match[1] ?? '').replace(/(?:命名|的格式|格式|的?形式|为文件名|的?方式)$/u, ''));
  return pattern.includes('{')
    ? fieldAt(pattern, match.index + match[0].indexOf(match[1] ?? ''), match[1] ?? '', quotes === null ? 0.8 : 0.95)
    : null;
};

export interface LayoutWish {
  readonly what: 'title' | 'level1' | 'level2' | 'level3' | 'body' | 'numerals' | 'lineSpacing' | 'pageNumber';
  /** The words: 2号方正小标宋, 28磅. */
  readonly words: string;
}

const wishes: readonly (readonly [LayoutWish['what'], RegExp])[] = [
  [
    'title',
    /(?<!级|[一二三]级|小)标题(?:统一)?(?:字体)?[用为使采:,]{0,3}(?:用)?\s?((?:小?[一二三四五]号|[2-5]号|小[二三四])?[^,。;、\n]{0,4}(?:小标宋|黑体|宋体|标宋)[^,。;、\n]{0,8})/u,
  ],
  [
    'level1',
    /一级标题[^,。;\n]{0,4}?((?:小?[一二三四五]号|[2-5]号)?[^,。;、\n]{0,3}(?:黑体|楷体|仿宋)[^,。;、\n]{0,8})/u,
  ],
  [
    'level2',
    /二级标题[^,。;\n]{0,4}?((?:小?[一二三四五]号|[2-5]号)?[^,。;、\n]{0,3}(?:黑体|楷体|仿宋)[^,。;、\n]{0,8})/u,
  ],
  [
    'level3',
    /三级标题[^,。;\n]{0,4}?((?:小?[一二三四五]号|[2-5]号)?[^,。;、\n]{0,3}(?:黑体|楷体|仿宋)[^,。;、\n]{0,8})/u,
  ],
  ['body', /正文[^,。;\n]{0,6}?((?:小?[一二三四五]号|[2-5]号)?[^,。;、\n]{0,3}(?:仿宋|宋体|楷体)[^,。;、\n]{0,8})/u],
  ['numerals', /(?:数字|阿拉伯数字|英文)[^,。;\n]{0,12}?(times\s?new\s?roman|新罗马)/iu],
  ['lineSpacing', /行(?:间)?距[^,。;\n]{0,8}?(\d{1,2}(?:\.\d)?\s?磅|\d(?:\.\d)?\s?倍|单倍)/u],
  ['pageNumber', /(页码[^,。;\n]{2,20})/u],
];

/** Fonts, sizes and line spacing a notice asks for. */
export const readLayout = (text: string): Field<readonly LayoutWish[]> | null => {
  const words = folded(text);
  const found = wishes.flatMap(([what, pattern]) => {
    const match = pattern.exec(words);
    return match === null
      ? []
      : [{ what, words: (match[1] ?? '').trim(), start: match.index, end: match.index + match[0].length }];
  });
  if (found.length === 0 || (found.length === 1 && found[0]?.what === 'pageNumber')) return null;
  return {
    value: found.map(({ what, words: said }) => ({ what, words: said })),
    span: { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) },
    confidence: 0.9,
  };
};
