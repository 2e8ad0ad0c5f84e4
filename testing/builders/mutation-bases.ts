import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDocx } from './docx.ts';
import { flatDocx } from './flat-docx.ts';
import { buildOfd, ofdFromText, ofdText } from './ofd.ts';
import { buildPdf, pdfText } from './pdf.ts';
import { abstractNumbering, inList, numbering, paragraph, paragraphStyle, run, table } from './wordprocessing.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../fixtures/reading/${name}`, import.meta.url)));

/** A small .docx with a little of everything a reader has code for. */
const richDocx = (): Uint8Array =>
  buildDocx({
    body:
      paragraph('2026年度述职报告', '<w:pStyle w:val="h"/><w:jc w:val="center"/>') +
      paragraph('主要工作', inList(1)) +
      paragraph('抓好学习', inList(1, 1)) +
      paragraph(
        `${run('全年')}<w:ins w:id="1" w:author="成员甲">${run('集中')}</w:ins><w:del w:id="2" w:author="成员甲"><w:r><w:delText>分散</w:delText></w:r></w:del>${run('学习十二次。', '<w:b/><w:sz w:val="32"/>')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ) +
      paragraph(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>',
      ) +
      table([
        ['项目', '数量'],
        ['调研', table([['内', '层']]) + paragraph('三')],
      ]) +
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    styles: paragraphStyle('h', 'heading 1', '<w:basedOn w:val="h"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    numbering:
      abstractNumbering(0, [
        { format: 'chineseCounting', text: '%1、' },
        { format: 'decimal', text: '%1.%2', extra: '<w:isLgl/>' },
      ]) + numbering(1, 0),
    footnotes: `<w:footnote w:id="2">${paragraph('脚注')}</w:footnote>`,
    comments: `<w:comment w:id="5">${paragraph('批注')}</w:comment>`,
    header: paragraph('页眉'),
    pages: 2,
  });

const richOfd = (): Uint8Array =>
  buildOfd({
    pages: [
      ofdText({ text: '述职报告', x: 80, y: 40, size: 7 }) +
        '<ofd:CompositeObject ID="9" Boundary="0 0 210 297" ResourceID="1"/>',
    ],
    units: `<ofd:CompositeGraphicUnit ID="1"><ofd:Content>${ofdText({ text: '一、主要工作', x: 30, y: 60, size: 5 })}</ofd:Content></ofd:CompositeGraphicUnit>`,
  });

const pdf = (): Uint8Array => {
  const lines = ['述职报告', '一、主要工作', '全年集中学习十二次，形成调研报告三篇，推动了工作。', '二、存在的问题'];
  const content = lines.map((text, row) => pdfText(text, 100, 700 - row * 28, 16)).join('');
  return buildPdf([
    { width: 595, height: 842, content },
    { width: 595, height: 842, content },
  ]);
};

const page =
  '<html><head><title>报告</title><style>p{}</style></head><body><h1 align=center>述职报告</h1><p>全年<b>集中</b>学习&nbsp;十二次<br>调研三篇</p><ol start=2><li>学习</ol><table><tr><td>项目<td>数量</table></body></html>';

const archive = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="next"',
  '',
  '--next',
  'Content-Transfer-Encoding: base64',
  'Content-Type: text/html',
  '',
  Buffer.from(page).toString('base64'),
  '--next--',
].join('\r\n');

const wordXml =
  '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists><w:body><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>主要工作</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:r></w:p><w:sectPr><w:hdr><w:p/></w:hdr></w:sectPr></w:body></w:wordDocument>';

const flat = (): Uint8Array =>
  Buffer.from(flatDocx({ body: paragraph('主要工作') + table([['项目', '数量']]), header: paragraph('页眉') }));

/** A sound file of each format, to be mutated. */
export const mutationBases: Readonly<Record<string, () => Uint8Array>> = {
  docx: richDocx,
  doc: () => fixture('report.doc'),
  pdf,
  ofd: richOfd,
  'ofd-text': () => ofdFromText('述职报告\n一、主要工作\n全年集中学习十二次。'),
  rtf: () => fixture('report.rtf'),
  odt: () => fixture('report.odt'),
  html: () => Buffer.from(page),
  mht: () => Buffer.from(archive),
  'word-xml': () => Buffer.from(wordXml),
  'flat-docx': flat,
};
