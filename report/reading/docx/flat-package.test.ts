import { describe, expect, it } from 'vitest';
import { flatDocx } from '../../../testing/builders/flat-docx.ts';
import { abstractNumbering, inList, numbering, paragraph } from '../../../testing/builders/wordprocessing.ts';
import { readDocument } from '../read-document.ts';

const parts = {
  body: paragraph('主要工作', inList(1)) + paragraph('𠮷'.repeat(40_000)),
  numbering: abstractNumbering(0, [{ format: 'chineseCounting', text: '%1、' }]) + numbering(1, 0),
  header: paragraph('页眉'),
};

describe('a Word package in one XML file', () => {
  it.each([
    ['UTF-8', (xml: string) => Buffer.from(xml)],
    ['UTF-16', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
  ])('is read like a .docx (%s)', async (_, encode) => {
    const outcome = await readDocument(encode(flatDocx(parts)), { fileName: '报告.doc' });
    expect(outcome).toMatchObject({
      ok: true,
      document: {
        format: 'doc',
        text: `一、主要工作\n${'𠮷'.repeat(40_000)}`,
        asides: [{ kind: 'header', text: '页眉' }],
      },
    });
  });

  it.each([
    ['a DOCTYPE', (xml: string) => xml.replace('<pkg:package', '<!DOCTYPE x><pkg:package'), 'forbidden-content'],
    ['a cut', (xml: string) => xml.slice(0, xml.indexOf('</w:document>')), 'damaged'],
  ])('with %s is refused', async (_, spoil, code) => {
    const outcome = await readDocument(Buffer.from(spoil(flatDocx(parts))), { fileName: 'x.doc' });
    expect(outcome).toMatchObject({ ok: false, code });
  });
});
