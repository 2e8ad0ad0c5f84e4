import { escapeXml } from './docx.ts';
import { zipOf } from './zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A line of type on a page: millimetres from the upper left corner, the baseline's y. */
export interface OfdLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the type, millimetres. */
  readonly size: number;
}

/** A text object as an OFD writer makes it: its place in Boundary, one advance per character in DeltaX. */
export const ofdText = ({ text, x, y, size }: OfdLine): string => {
  const advances = [...text].slice(0, -1).map((sign) => ((sign.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2));
  const deltas = advances.length === 0 ? '' : ` DeltaX="${advances.join(' ')}"`;
  return `<ofd:TextObject ID="1" Boundary="${x} ${y - size} 180 ${size}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}"${deltas}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
};

export interface OfdParts {
  /** Content of each page's layer, as XML. */
  readonly pages: readonly string[];
  /** Content of ofd:CompositeGraphicUnits. */
  readonly units?: string;
  readonly entries?: Readonly<Record<string, string | Uint8Array>>;
}

/** An OFD from page contents. */
export const buildOfd = ({ pages, units, entries }: OfdParts): Uint8Array => {
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 10}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  const resource = units === undefined ? '' : '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>';
  return zipOf({
    'OFD.xml': `${declaration}<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${declaration}<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${resource}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((content, index) => [
        `Doc_0/Pages/Page_${index}/Content.xml`,
        `${declaration}<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="5">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
    ...(units !== undefined && {
      'Doc_0/DocumentRes.xml': `${declaration}<ofd:Res ${namespace}><ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits></ofd:Res>`,
    }),
    ...entries,
  });
};

const left = 28;
const columns = 28;
const size = 5.64;
const leading = 9.8;
const linesPerPage = 22;

/** Breaks a paragraph into lines of 28 full-width characters, the first one indented by two. */
const linesOf = (paragraph: string): OfdLine[] => {
  const lines: { text: string; x: number }[] = [];
  let text = '';
  let width = 2;
  for (const sign of paragraph.trim()) {
    const step = (sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5;
    if (width + step > columns) {
      lines.push({ text, x: lines.length === 0 ? left + 2 * size : left });
      text = '';
      width = 0;
    }
    text += sign;
    width += step;
  }
  lines.push({ text, x: lines.length === 0 ? left + 2 * size : left });
  return lines.map((line) => ({ ...line, y: 0, size }));
};

/** A plain-text report as an OFD: body type of 16 points, first-line indents, a page number on every page. */
export const ofdFromText = (report: string): Uint8Array => {
  const lines = report
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .flatMap(linesOf);
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += linesPerPage) {
    const content = lines
      .slice(from, from + linesPerPage)
      .map((line, index) => ofdText({ ...line, y: 42 + index * leading }));
    const number = ofdText({ text: `— ${pages.length + 1} —`, x: 100, y: 280, size: 4.9 });
    pages.push(content.join('') + number);
  }
  return buildOfd({ pages });
};
