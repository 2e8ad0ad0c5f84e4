import { buildDocx } from './docx.ts';
import { abstractNumbering, inList, numbering, paragraph, paragraphStyle, run } from './wordprocessing.ts';

export interface DocxFromTextOptions {
  /** Take 一、 and （一） out of the text and let Word's automatic numbering make them. Default false. */
  readonly automaticNumbering?: boolean;
  /** The first line gets the Title style, centred in 方正小标宋. Default: when it is short and ends no sentence. */
  readonly titled?: boolean;
  /** Cut paragraphs into runs of this many characters, as Word does after editing. Default: one run. */
  readonly runLength?: number;
}

const body = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>';
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${body}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  paragraphStyle('a', 'Normal', '', ' w:default="1"'),
  paragraphStyle(
    'a3',
    'Title',
    '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/></w:rPr>',
  ),
  paragraphStyle(
    '1',
    'heading 1',
    '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>',
  ),
  paragraphStyle(
    '2',
    'heading 2',
    '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr>',
  ),
].join('');

const chineseNumbering =
  abstractNumbering(0, [
    { format: 'chineseCountingThousand', text: '%1、', extra: '<w:suff w:val="nothing"/>' },
    { format: 'chineseCountingThousand', text: '（%2）', extra: '<w:suff w:val="nothing"/>' },
  ]) + numbering(1, 0);

const first = /^[\s\u3000]*[一二三四五六七八九十]+、/u;
const second = /^[\s\u3000]*（[一二三四五六七八九十]+）/u;

/**
 * A real .docx from a plain-text report, one paragraph per non-empty line: title style, heading styles on 一、 and （一）
 * lines, 仿宋_GB2312 three for the body, A4 with the margins of official documents.
 */
export const docxFromText = (text: string, options: DocxFromTextOptions = {}): Uint8Array => {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const head = lines[0]?.trim() ?? '';
  const titled = options.titled ?? (head.length <= 60 && !/[。：；]$/.test(head) && !first.test(head));
  const paragraphs = lines.map((line, index) => {
    if (index === 0 && titled) return paragraph(runs(line, options), '<w:pStyle w:val="a3"/>');
    const level = first.test(line) ? 0 : second.test(line) ? 1 : null;
    if (level === null) return paragraph(runs(line, options), indented);
    const automatic = options.automaticNumbering === true;
    const words = automatic ? line.replace(level === 0 ? first : second, '') : line;
    const style = `<w:pStyle w:val="${level + 1}"/>`;
    return paragraph(runs(words, options), style + (automatic ? inList(1, level) : '') + indented);
  });
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return buildDocx({ body: paragraphs.join('') + section, styles, numbering: chineseNumbering });
};

const runs = (text: string, { runLength }: DocxFromTextOptions): string => {
  if (runLength === undefined) return run(text);
  const pieces: string[] = [];
  const signs = [...text];
  for (let from = 0; from < signs.length; from += runLength) {
    pieces.push(run(signs.slice(from, from + runLength).join(''), '<w:rFonts w:hint="eastAsia"/>'));
  }
  return pieces.join('');
};
