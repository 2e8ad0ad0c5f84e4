import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docxFromText } from '../../../testing/builders/docx-from-text.ts';
import type { ConversionOutcome } from '../conversion.ts';
import { readDocument } from '../read-document.ts';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../testing/fixtures/reading/${name}`, import.meta.url)));
const text =
  '2026年度个人述职报告\n一年来，我认真履行“一岗双责”——现报告如下：\n一、主要工作\n（一）抓好学习\n全年集中学习十二次，形成调研报告三篇。\n二、存在的问题\n深入基层不够。';

describe('a Word 97 file', () => {
  it.each([
    ['述职.doc', 'doc'],
    ['述职.wps', 'wps'],
  ])('is read without an office program, quotes and dashes kept (%s)', async (fileName, format) => {
    const outcome = await readDocument(fixture('report.doc'), { fileName });
    expect(outcome).toMatchObject({ ok: true, document: { format, text } });
    expect(outcome.ok && outcome.document.blocks.map(({ source }) => source)).toContain('converted');
  });

  it('is read from what the office program made of it', async () => {
    const convert = () => Promise.resolve<ConversionOutcome>({ ok: true, docx: docxFromText('转换后的报告') });
    const outcome = await readDocument(fixture('report.doc'), { fileName: 'x.doc', convert });
    expect(outcome).toMatchObject({ ok: true, document: { format: 'doc', text: '转换后的报告' } });
  });
});

describe('a damaged Word 97 file', () => {
  it('whose sectors follow each other in a circle is answered', async () => {
    const outcome = await readDocument(inCircles(fixture('report.doc')), { fileName: '述职.doc' });
    expect(outcome).toMatchObject({ ok: false, code: 'damaged' });
  });
});

/** Every sector of the first chain of the table leads back to the one before. */
const inCircles = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const table = 512 + copy.readInt32LE(76) * 512;
  for (let at = 0; at < 100; at += 1) {
    const [own, next] = [table + at * 4, table + at * 4 + 4];
    if (copy.readInt32LE(own) === at + 1 && copy.readInt32LE(next) === at + 2) copy.writeInt32LE(at, next);
  }
  return copy;
};

describe('formats that only an office program reads', () => {
  it.each([
    ['missing', 'converter-missing'],
    ['timeout', 'timeout'],
    ['failed', 'damaged'],
  ] as const)('are refused when it is %s', async (reason, code) => {
    const convert = () => Promise.resolve<ConversionOutcome>({ ok: false, reason });
    for (const name of ['report.rtf', 'report.odt']) {
      expect(await readDocument(fixture(name), { fileName: name, convert })).toMatchObject({ ok: false, code });
    }
  });
});
