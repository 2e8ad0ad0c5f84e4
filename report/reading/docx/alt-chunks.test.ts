import { expect, it } from 'vitest';
import { buildDocx } from '../../../testing/builders/docx.ts';
import { docxFromText } from '../../../testing/builders/docx-from-text.ts';
import { paragraph } from '../../../testing/builders/wordprocessing.ts';
import { readDocument } from '../read-document.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const withChunk = (name: string, content: string | Uint8Array) =>
  buildDocx({
    body: `${paragraph('前')}<w:altChunk r:id="c1"/>${paragraph('后')}`,
    entries: {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="${office}/aFChunk" Target="${name}"/></Relationships>`,
      [`word/${name}`]: content,
    },
  });

it.each<[string, string, string | Uint8Array, string]>([
  ['a web page', 'a.html', '<html><body><h1>总结</h1><p>正文</p></body></html>', '前\n总结\n正文\n后'],
  ['a web archive', 'a.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>归档</p>', '前\n归档\n后'],
  [
    'a Word package',
    'a.docx',
    docxFromText('一、内层\n内层正文', { automaticNumbering: true }),
    '前\n一、内层\n内层正文\n后',
  ],
  ['plain text', 'a.txt', '第一行\n第二行', '前\n第一行\n第二行\n后'],
  ['a format that is not read here', 'a.rtf', '{\\rtf1 x}', '前\n后'],
])('%s inside a .docx stands where Word shows it', async (_, name, content, expected) => {
  const outcome = await readDocument(withChunk(name, content), { fileName: 'x.docx' });
  expect(outcome.ok && outcome.document.text).toBe(expected);
});
