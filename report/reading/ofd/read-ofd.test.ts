import { describe, expect, it } from 'vitest';
import { buildOfd, ofdFromText, ofdText } from '../../../testing/builders/ofd.ts';
import { readDocument } from '../read-document.ts';

const read = async (bytes: Uint8Array) => {
  const outcome = await readDocument(bytes, { fileName: 'x.ofd' });
  return outcome.ok ? outcome.document.text : outcome;
};
const text = (words: string, y = 50) => ofdText({ text: words, x: 30, y, size: 5.64 });

describe('an OFD', () => {
  it('is read with its lines joined into paragraphs over pages', async () => {
    const long = '一年来我们坚持把学习放在首位，认真落实各项部署要求，推动工作取得新的成效。'.repeat(20);
    const report = `一、主要工作\n${long}\n二、存在的问题\n深入基层不够。`;
    expect(await read(ofdFromText(report))).toBe(report);
  });

  it('is read glyph by glyph', async () => {
    const glyphs = [...'述职报告'].map((sign, index) =>
      ofdText({ text: sign, x: 30 + index * 5.64, y: 50, size: 5.64 }),
    );
    expect(await read(buildOfd({ pages: [glyphs.join('')] }))).toBe('述职报告');
  });

  it('is read through composite objects, also nested ones and ones that contain themselves', async () => {
    const composite = (id: number) => `<ofd:CompositeObject ID="9" Boundary="0 0 210 297" ResourceID="${id}"/>`;
    const unit = (id: number, content: string) =>
      `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const units = unit(1, text('外层文字') + composite(2)) + unit(2, text('内层文字', 60)) + unit(3, composite(3));
    expect(await read(buildOfd({ pages: [composite(1) + composite(3)], units }))).toBe('外层文字\n内层文字');
  });

  it('is read whatever its prefix and its paths', async () => {
    const root =
      '<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>';
    const document = '<Document><Pages><Page ID="1" BaseLoc="/Doc_0/P.xml"/></Pages></Document>';
    const content = `<Page><Content><Layer>${text('没有前缀').replaceAll('ofd:', '')}</Layer></Content></Page>`;
    const entries = { 'OFD.xml': root, 'Doc_0/Document.xml': document, 'Doc_0/P.xml': content };
    expect(await read(buildOfd({ pages: [], entries }))).toBe('没有前缀');
  });

  it.each([
    ['only outlines', { pages: ['<ofd:PathObject ID="1" Boundary="0 0 9 9"/>'] }, 'no-text', /没有文字层/],
    ['no document', { pages: [], entries: { 'OFD.xml': '<OFD/>' } }, 'damaged', /另存为/],
    [
      'encrypted content',
      { pages: [], entries: { 'OFD.xml': '<OFD><DocBody><Encryptions>x</Encryptions></DocBody></OFD>' } },
      'encrypted',
      /取消加密/,
    ],
  ])('with %s is refused with what to do', async (_, parts, code, sentence) => {
    expect(await read(buildOfd(parts))).toMatchObject({ ok: false, code, message: expect.stringMatching(sentence) });
  });
});
