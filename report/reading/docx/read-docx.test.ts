import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../core/report-document.ts';
import { buildDocx, type DocxParts } from '../../../testing/builders/docx.ts';
import { docxFromText } from '../../../testing/builders/docx-from-text.ts';
import {
  abstractNumbering,
  inList,
  numbering,
  paragraph,
  paragraphStyle,
  run,
} from '../../../testing/builders/wordprocessing.ts';
import { readDocument } from '../read-document.ts';

const read = async (parts: DocxParts): Promise<ReportDocument> => {
  const outcome = await readDocument(buildDocx(parts), { fileName: 'x.docx' });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document;
};
const by = 'w:id="1" w:author="成员甲" w:date="2026-11-01T00:00:00Z"';
const inserted = (content: string) => `<w:ins ${by}>${content}</w:ins>`;
const deleted = (text: string) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe('the text of a .docx', () => {
  it.each<[string, string, string]>([
    ['takes insertions in', paragraph(run('学习') + inserted(run('教育')) + run('活动')), '学习教育活动'],
    ['leaves deletions out', paragraph(run('学习') + deleted('教育') + run('活动')), '学习活动'],
    [
      'leaves out what was inserted and deleted again',
      paragraph(run('学习') + inserted(deleted('教育')) + run('活动')),
      '学习活动',
    ],
    [
      'shows moved text once, where it went',
      paragraph(`<w:moveFrom ${by}>${run('先')}</w:moveFrom>${run('中')}<w:moveTo ${by}>${run('先')}</w:moveTo>`),
      '中先',
    ],
    [
      'joins paragraphs whose mark was deleted',
      paragraph(run('上半句，'), `<w:rPr><w:del ${by}/></w:rPr>`) + paragraph('下半句。'),
      '上半句，下半句。',
    ],
    [
      'forgets paragraphs that were deleted whole',
      paragraph('甲') + paragraph(deleted('乙'), `<w:rPr><w:del ${by}/></w:rPr>`) + paragraph('丙'),
      '甲\n丙',
    ],
    ['leaves hidden text out', paragraph(run('看得见') + run('看不见', '<w:vanish/>')), '看得见'],
    [
      'shows ruby once',
      paragraph(
        '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      '注',
    ],
    ['shows what a field yields, not its code', paragraph(field(' PAGE ', '3') + run('页')), '3页'],
    ['shows simple fields', paragraph(`<w:fldSimple w:instr=" DATE ">${run('2026年')}</w:fldSimple>`), '2026年'],
    [
      'keeps content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('块')}</w:sdtContent></w:sdt>`,
      '块',
    ],
    [
      'keeps inline content controls and smart tags',
      paragraph(
        `<w:sdt><w:sdtContent>${run('内')}</w:sdtContent></w:sdt><w:smartTag w:element="x">${run('外')}</w:smartTag>`,
      ),
      '内外',
    ],
    ['keeps links', paragraph(`<w:hyperlink w:anchor="x">${run('链接')}</w:hyperlink>`), '链接'],
    ['cuts paragraphs at line breaks', paragraph('<w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r>'), '上行\n下行'],
    ['keeps tabs and hyphens', paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/></w:r>'), '甲\t乙-'],
    ['shows signs of symbol fonts', paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), '☑'],
    ['shows signs that are typed in a symbol font', paragraph(run('\uf0fe', '<w:rFonts w:ascii="Wingdings"/>')), '☑'],
    [
      'shows pictographs, once',
      paragraph(
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60F"/></mc:Choice><mc:Fallback><w:t>😏</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
      '😏',
    ],
    ['shows a text box once, behind its paragraph', paragraph(run('正文') + box(paragraph('框内'))), '正文\n框内'],
    ['reads formulas', paragraph('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>'), 'x=1'],
    [
      'ignores former properties',
      paragraph(run('甲', '<w:rPrChange w:id="1" w:author="a"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      '甲',
    ],
    ['skips empty paragraphs', paragraph('甲') + paragraph('') + paragraph('乙'), '甲\n乙'],
    ['decodes entities and supplementary characters', paragraph('<w:r><w:t>&lt;𠮷&#x4E2D;&gt;</w:t></w:r>'), '<𠮷中>'],
  ])('%s', async (_, body, expected) => {
    expect((await read({ body })).text).toBe(expected);
  });

  it.each(['一份没有编号的报告\n正文第一段。\n正文第二段，有“引号”和——破折号。'])(
    'is what an independent reader finds, numbers apart',
    async (text) => {
      const bytes = docxFromText(text, { runLength: 2 });
      const oracle = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      const outcome = await readDocument(bytes, { fileName: 'x.docx' });
      expect(outcome.ok && outcome.document.text).toBe(oracle.value.replace(/\n+/g, '\n').trim());
    },
  );

  it('is read whatever prefixes the file uses', async () => {
    const body = paragraph(run('前缀'));
    const plain = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const renamed = plain.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:').replace('xmlns:w', 'xmlns:ns0');
    const unprefixed = plain.replaceAll('<w:', '<').replaceAll('</w:', '</').replace('xmlns:w', 'xmlns');
    const strict = plain.replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    for (const xml of [renamed, unprefixed, strict]) {
      expect((await read({ body: '', entries: { 'word/document.xml': xml } })).text).toBe('前缀');
    }
  });
});

it('is refused with what to do when all of its text is marked as deleted', async () => {
  const outcome = await readDocument(buildDocx({ body: paragraph(deleted('旧稿')) }), { fileName: 'x.docx' });
  expect(outcome).toMatchObject({ ok: false, code: 'no-text', message: expect.stringContaining('接受或拒绝修订') });
});

describe('what stands beside the text of a .docx', () => {
  it('is kept with its kind, author and place', async () => {
    const { text, asides } = await read({
      body:
        paragraph('第一段') +
        paragraph(run('学习') + deleted('教育') + inserted(run('活动')) + run('秘密', '<w:vanish/>')) +
        paragraph(
          `<w:commentRangeStart w:id="5"/>${run('批注处')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
        ),
      comments: `<w:comment w:id="5" w:author="成员乙">${paragraph('请核对')}</w:comment>`,
      header: paragraph('页眉'),
      footer: paragraph(run('— ') + field('PAGE', '1') + run(' —')),
    });
    expect(text).toBe('第一段\n学习活动\n批注处');
    expect(asides).toEqual([
      { kind: 'deleted', text: '教育', author: '成员甲', at: 6 },
      { kind: 'inserted', text: '活动', author: '成员甲', at: 6 },
      { kind: 'hidden', text: '秘密', at: 8 },
      { kind: 'comment', text: '请核对', author: '成员乙', at: 9 },
      { kind: 'header', text: '页眉' },
      { kind: 'footer', text: '— 1 —' },
    ]);
  });

  it('holds the text boxes of a header, where letterheads stand', async () => {
    const { asides } = await read({ body: paragraph('正文'), header: paragraph(run('页眉') + box(paragraph('红头'))) });
    expect(asides).toEqual([{ kind: 'header', text: '页眉\n红头' }]);
  });

  it('counts for itself in text boxes and notes', async () => {
    const item = (words: string) => paragraph(words, inList(1));
    const { text } = await read({
      numbering: abstractNumbering(0, [{ format: 'chineseCounting', text: '%1、' }]) + numbering(1, 0),
      body:
        item('正文') +
        paragraph(run('甲') + box(item('框内'))) +
        paragraph(`${run('乙')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        paragraph(run('丙') + box(item('框内'))) +
        item('正文'),
      footnotes: `<w:footnote w:id="2">${item('脚注')}</w:footnote>`,
    });
    expect(text).toBe('一、正文\n甲\n一、框内\n乙\n一、脚注\n丙\n二、框内\n二、正文');
  });

  it('puts notes behind the paragraph they hang on', async () => {
    const { text, blocks } = await read({
      body: paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('继续')}`) + paragraph('下段'),
      footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('脚注')}</w:footnote>`,
    });
    expect(text).toBe('正文继续\n脚注\n下段');
    expect(blocks.map(({ part }) => part)).toEqual(['body', 'footnote', 'body']);
  });
});

describe('the look of a .docx', () => {
  it('is inherited through styles, themes and defaults', async () => {
    const { blocks, layout, pages } = await read({
      theme:
        '<a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont>',
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
        paragraphStyle('a', 'Normal', '<w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr>', ' w:default="1"') +
        paragraphStyle(
          'h',
          'heading 1',
          '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia" w:asciiTheme="majorHAnsi"/><w:b/></w:rPr>',
        ),
      body:
        paragraph('标题', '<w:pStyle w:val="h"/><w:jc w:val="center"/>') +
        paragraph(
          run('正', '<w:sz w:val="32"/>') + run('文多数', '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'),
          '<w:ind w:firstLine="640"/>',
        ) +
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/></w:sectPr>',
      pages: 4,
    });
    const line = { value: 1.5, rule: 'auto' };
    expect(blocks.map(({ style }) => style)).toEqual([
      {
        name: 'heading 1',
        outlineLevel: 0,
        bold: true,
        align: 'center',
        fontEastAsia: '黑体',
        fontAscii: 'Calibri',
        size: 10.5,
        line,
      },
      { name: 'Normal', fontEastAsia: '仿宋_GB2312', size: 16, line, firstLineIndent: 2 },
    ]);
    expect(layout).toEqual({ width: 210, height: 297, margins: { top: 37, right: 26, bottom: 35, left: 28 } });
    expect(pages).toBe(4);
  });
});
