import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const namespaces =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:o="urn:schemas-microsoft-com:office:office"';
const wordXml = (body: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument ${namespaces}>${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const p = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
const inList = (level: number) => `<w:listPr><w:ilvl w:val="${level}"/><w:ilfo w:val="1"/></w:listPr>`;
const annotation = (type: string, content: string) =>
  `<aml:annotation aml:id="1" w:type="Word.${type}" aml:author="成员甲"><aml:content>${content}</aml:content></aml:annotation>`;

const read = async (xml: string) => {
  const outcome = await readDocument(Buffer.from(xml), { fileName: '报告.doc' });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document;
};

describe('a Word 2003 XML file', () => {
  it('is read with numbers, tables, changes and notes', async () => {
    const lists =
      '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%2）"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>';
    const cell = (text: string) => `<w:tc><w:tcPr/>${p(text)}</w:tc>`;
    const { text, asides, format } = await read(
      wordXml(
        p('个人述职报告') +
          p('主要工作', inList(0)) +
          `<wx:sub-section>${p('抓学习', inList(1))}</wx:sub-section>` +
          p('存在问题', inList(0)) +
          p(
            run('深入') +
              annotation('Deletion', '<w:r><w:delText>删去</w:delText></w:r>') +
              annotation('Insertion', run('基层')),
          ) +
          p(`${run('正文')}<w:r><w:footnote>${p('脚注')}</w:footnote></w:r>${run('继续')}`) +
          `<w:tbl><w:tblPr/><w:tr>${cell('姓名')}${cell('职务')}</w:tr></w:tbl>`,
        lists,
      ),
    );
    expect(text).toBe('个人述职报告\n一、主要工作\n（一）抓学习\n二、存在问题\n深入基层\n正文继续\n脚注\n姓名\t职务');
    expect(asides.map(({ kind, text: words, author }) => [kind, words, author])).toEqual([
      ['deleted', '删去', '成员甲'],
      ['inserted', '基层', '成员甲'],
    ]);
    expect(format).toBe('doc');
  });

  it('keeps its looks, its edges and its page count', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:fareast="黑体"/><w:sz w:val="32"/></w:rPr></w:style></w:styles>';
    const { blocks, asides, pages, layout } = await read(
      wordXml(
        p('标题', '<w:pStyle w:val="1"/><w:spacing w:line="560" w:line-rule="exact"/><w:ind w:first-line="640"/>') +
          `<w:sectPr><w:hdr w:type="odd">${p('页眉')}</w:hdr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>`,
        `<o:DocumentProperties><o:Title>属性</o:Title><o:Pages>3</o:Pages></o:DocumentProperties>${styles}`,
      ),
    );
    expect(blocks[0]?.style).toEqual({
      name: 'heading 1',
      outlineLevel: 0,
      fontEastAsia: '黑体',
      size: 16,
      line: { value: 28, rule: 'exact' },
      firstLineIndent: 2,
    });
    expect([asides, pages, layout?.width]).toEqual([[{ kind: 'header', text: '页眉' }], 3, 210]);
  });

  it.each([
    ['a DOCTYPE', wordXml(p('甲')).replace('<w:wordDocument', '<!DOCTYPE x><w:wordDocument'), 'forbidden-content'],
    ['a cut', wordXml(p('甲')).slice(0, -30), 'damaged'],
  ])('with %s is refused', async (_, xml, code) => {
    expect(await readDocument(Buffer.from(xml), { fileName: 'x.doc' })).toMatchObject({ ok: false, code });
  });
});
