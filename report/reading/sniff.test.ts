import * as cfb from 'cfb';
import { describe, expect, it } from 'vitest';
import { ofdFromText } from '../../testing/builders/ofd.ts';
import { buildPdf } from '../../testing/builders/pdf.ts';
import { zipOf } from '../../testing/builders/zip.ts';
import { defaultLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { sniff } from './sniff.ts';

const compound = (...streams: string[]): Uint8Array => {
  const container = cfb.utils.cfb_new();
  for (const name of streams) cfb.utils.cfb_add(container, name, Buffer.alloc(64));
  return new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
};
const bytes = (text: string) => new TextEncoder().encode(text);
const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });

describe('a format is told by content', () => {
  it.each<[string, Uint8Array, string]>([
    ['a Word 97 file, whatever its name', compound('WordDocument', '1Table'), 'word-binary'],
    ['a Word 97 file whose streams are in capitals', compound('WORDDOCUMENT'), 'word-binary'],
    ['OFD', ofdFromText('报告'), 'ofd'],
    ['OpenDocument', odt, 'odt'],
    ['PDF', buildPdf([]), 'pdf'],
    ['PDF behind junk', Buffer.concat([Buffer.from('junk\n'), buildPdf([])]), 'pdf'],
    ['RTF', bytes('{\\rtf1 x}'), 'rtf'],
    [
      'Word 2003 XML',
      bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'word-xml',
    ],
    [
      'Word 2003 XML under another prefix',
      bytes('<ns0:wordDocument xmlns:ns0="http://schemas.microsoft.com/office/word/2003/wordml"/>'),
      'word-xml',
    ],
    ['a Word package in one XML file', bytes('<?xml version="1.0"?>\n<pkg:package/>'), 'flat-docx'],
    ['OpenDocument in one XML file', bytes('<?xml version="1.0"?>\n<office:document/>'), 'flat-odt'],
    ['a web page saved as .doc', bytes('<html><body>报告</body></html>'), 'html'],
    ['a web page behind a declaration and a remark', bytes('<?xml version="1.0"?><!-- x --><!DOCTYPE html>'), 'html'],
    ['a stretch of a web page', bytes('<p class="a">报告</p>'), 'html'],
    ['a web archive', bytes('From: <Saved>\r\nMIME-Version: 1.0\r\n\r\n'), 'html'],
    ['text that only mentions a tag', bytes('<p 是段落标记，本文说明它的用法'), 'text'],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image'],
    ['plain text', bytes('关于学习的总结'), 'text'],
  ])('%s', async (_, file, kind) => {
    expect((await sniff(file, defaultLimits)).kind).toBe(kind);
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['a .docx with a password', compound('EncryptedPackage', 'EncryptionInfo'), 'encrypted', /取消密码/],
    [
      'OpenDocument with a password',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
      'encrypted',
      /取消密码/,
    ],
    ['an office’s own encryption', bytes('%TSD-Header-###%\u0001\u0002'), 'encrypted', /解密后重新发送/],
    ['RAR', bytes('Rar!\u001a\u0007\u0001\0'), 'unsupported-format', /解压/],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'unsupported-format', /解压/],
    [
      'Word’s note of who has a file open',
      Buffer.concat([Buffer.from('\u0005Admin'), Buffer.alloc(156)]),
      'unsupported-format',
      /~\$/,
    ],
    ['Excel 97', compound('Workbook'), 'unsupported-format', /Excel/],
    ['PowerPoint 97', compound('PowerPoint Document'), 'unsupported-format', /演示文稿/],
    ['Microsoft Works', compound('CONTENTS'), 'unsupported-format', /Works/],
    ['another compound file', compound('Other'), 'unsupported-format', /另存为 \.docx/],
    [
      'a broken compound file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2),
      'damaged',
      /另存为 \.docx/,
    ],
    ['Excel', zipOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), 'unsupported-format', /Excel/],
    [
      'PowerPoint',
      zipOf({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }),
      'unsupported-format',
      /演示/,
    ],
    ['a zip of files', zipOf({ 'a.docx': 'x' }), 'unsupported-format', /解压/],
    ['HEIC', bytes('\0\0\0\u0018ftypheic\0\0\0\0'), 'unsupported-format', /JPG/],
    [
      'a program',
      Uint8Array.from({ length: 400 }, (__, index) => (index * index * 7 + index) % 256),
      'unsupported-format',
      /另存为 \.docx/,
    ],
  ])('%s is refused with what to do', async (_, file, code, sentence) => {
    const refusal = await sniff(file, defaultLimits).then(
      ({ kind }) => kind,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });
});
