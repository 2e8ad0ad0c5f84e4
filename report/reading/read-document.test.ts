import { describe, expect, it } from 'vitest';
import { buildDocx } from '../../testing/builders/docx.ts';
import { docxFromText } from '../../testing/builders/docx-from-text.ts';
import { readDocument } from './read-document.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const report = [
  '2026年度个人述职报告',
  '一年来，我认真履行职责，现报告如下：',
  '一、主要工作',
  '（一）抓好学习',
  '全年集中学习十二次。',
  '二、存在的问题',
  '深入基层不够。',
].join('\n');

describe('a report read from its bytes', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(report)],
    ['utf-8 with a byte order mark and CRLF', Buffer.from(`\ufeff${report.replaceAll('\n', '\r\n')}`)],
    ['utf-16le', Buffer.from(`\ufeff${report}`, 'utf16le')],
    ['utf-16le without a mark', Buffer.from(report, 'utf16le')],
  ])('is the same text in %s', async (_, bytes) => {
    const outcome = await readDocument(bytes, { fileName: '述职.txt' });
    expect(outcome.ok && outcome.document.text).toBe(report);
    expect(outcome.ok && outcome.document.blocks).toHaveLength(7);
  });

  it.each([
    ['typed numbers', {}],
    ['automatic numbers', { automaticNumbering: true }],
    ['runs of three characters', { runLength: 3 }],
  ])('is the same text in a .docx with %s', async (_, options) => {
    const outcome = await readDocument(docxFromText(report, options), { fileName: '述职.docx' });
    expect(outcome.ok && outcome.document.text).toBe(report);
  });

  it('is read from a .docx with bytes behind its end, as transfers leave them', async () => {
    const bytes = Buffer.concat([docxFromText(report), Buffer.alloc(3)]);
    const outcome = await readDocument(bytes, { fileName: '述职.docx' });
    expect(outcome.ok && outcome.document.text).toBe(report);
  });

  it('is asked for where a .docx shows only pictures', async () => {
    const body = `<w:p><w:r><w:drawing><a:blip xmlns:a="${drawing}" r:embed="rId9"/></w:drawing></w:r></w:p>`;
    const outcome = await readDocument(buildDocx({ body }), { fileName: '述职.docx' });
    expect(outcome).toMatchObject({ ok: false, code: 'no-text', message: expect.stringMatching(/只有图片/) });
  });

  it('tells how much of a heading is an automatic number', async () => {
    const outcome = await readDocument(docxFromText(report, { automaticNumbering: true }), { fileName: '述职.docx' });
    const labels = outcome.ok ? outcome.document.blocks.flatMap(({ numbering }) => (numbering ? [numbering] : [])) : [];
    expect(labels).toEqual([
      { label: '一、', level: 0, length: 2 },
      { label: '（一）', level: 1, length: 3 },
      { label: '二、', level: 0, length: 2 },
    ]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', Buffer.from('\n \n'), 'no-text'],
    ['a broken zip', Buffer.from('PK\u0003\u0004junk'), 'damaged'],
    [
      'bytes that are no text',
      Buffer.from(Array.from({ length: 64 }, (__, index) => (index * 37) % 32)),
      'unsupported-format',
    ],
  ])('is refused with a sentence when it holds %s', async (_, bytes, code) => {
    const outcome = await readDocument(bytes, { fileName: 'x.docx' });
    expect(outcome).toMatchObject({ ok: false, code });
    expect(!outcome.ok && outcome.message).toMatch(/发送/);
  });
});
