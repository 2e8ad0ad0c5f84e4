import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { buildDocx } from '../../../testing/builders/docx.ts';
import { buildPdf, scannedPage } from '../../../testing/builders/pdf.ts';
import { readDocument } from '../read-document.ts';

const png = readFileSync(fileURLToPath(new URL('../../../testing/fixtures/reading/lines.png', import.meta.url)));
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const expected = '一、主要工作\n全年集中学习十二次，形成调研报告三篇，解决群众反映的困难。';

/** The JPEG with a note of the camera how to turn it: 6 is a quarter turn to the right. */
const withOrientation = (jpeg: Buffer, orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
};

describe('text recognition', { timeout: 120_000 }, () => {
  it('reads a picture, and says how sure it is', async () => {
    const outcome = await readDocument(png, { fileName: '照片.png' });
    expect(outcome.ok && outcome.document.text).toBe(expected);
    expect(outcome.ok && outcome.document.blocks.map(({ source }) => source)).toEqual(['ocr', 'ocr']);
    for (const { confidence } of outcome.ok ? outcome.document.blocks : []) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThan(1);
    }
  });

  it('reads a picture that lies on its side', async () => {
    const image = await loadImage(png);
    const canvas = createCanvas(image.height, image.width);
    const context = canvas.getContext('2d');
    context.translate(image.height, 0);
    context.rotate(Math.PI / 2);
    context.drawImage(image, 0, 0);
    const outcome = await readDocument(canvas.toBuffer('image/png'), { fileName: '照片.png' });
    expect(outcome.ok && outcome.document.text).toBe(expected);
  });

  it('reads a photo that the camera noted as turned, and one that lies half in shadow', async () => {
    const image = await loadImage(png);
    const turned = createCanvas(image.height, image.width);
    const context = turned.getContext('2d');
    context.translate(0, image.width);
    context.rotate(-Math.PI / 2);
    context.drawImage(image, 0, 0);
    const shaded = createCanvas(image.width, image.height);
    const paint = shaded.getContext('2d');
    paint.drawImage(image, 0, 0);
    paint.globalCompositeOperation = 'multiply';
    const shadow = paint.createLinearGradient(0, 0, 0, image.height);
    shadow.addColorStop(0, '#ffffff');
    shadow.addColorStop(0.7, '#404040');
    paint.fillStyle = shadow;
    paint.fillRect(0, 0, image.width, image.height);
    for (const photo of [withOrientation(turned.toBuffer('image/jpeg', 90), 6), shaded.toBuffer('image/jpeg', 90)]) {
      const outcome = await readDocument(photo, { fileName: '照片.jpg' });
      expect(outcome.ok && outcome.document.text).toBe(expected);
    }
  });

  it('reads the scanned pages of a PDF, and tells before it begins', async () => {
    const image = await loadImage(png);
    const canvas = createCanvas(1000, 1415);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 1000, 1415);
    context.drawImage(image, 0, 0);
    const jpeg = { bytes: canvas.toBuffer('image/jpeg', 90), width: 1000, height: 1415 };
    let told = 0;
    const outcome = await readDocument(buildPdf([scannedPage(jpeg)]), {
      fileName: '扫描.pdf',
      onRecognition: () => {
        told += 1;
      },
    });
    expect(outcome.ok && outcome.document.text).toBe(expected);
    expect(told).toBe(1);
  });

  it('reads the pages that were scanned into a Word file, but no logo', async () => {
    const shown = (id: string) => `<w:drawing><a:blip xmlns:a="${drawing}" r:embed="${id}"/></w:drawing>`;
    const relation = (id: string) => `<Relationship Id="${id}" Type="x/image" Target="media/${id}.png"/>`;
    const docx = buildDocx({
      body: `<w:p><w:r>${shown('rIdLogo')}${shown('rIdPage')}</w:r></w:p>`,
      entries: {
        'word/_rels/document.xml.rels': `<Relationships>${relation('rIdLogo')}${relation('rIdPage')}</Relationships>`,
        'word/media/rIdLogo.png': createCanvas(80, 80).toBuffer('image/png'),
        'word/media/rIdPage.png': png,
      },
    });
    const outcome = await readDocument(docx, { fileName: '扫描.docx' });
    expect(outcome).toMatchObject({ ok: true, document: { format: 'image', pages: 1, text: expected } });
  });

  it.each([
    ['a picture without text', createCanvas(300, 200).toBuffer('image/png'), 'no-text'],
    ['a picture that was cut off', png.subarray(0, 30), 'damaged'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await readDocument(bytes, { fileName: 'x.png' })).toMatchObject({ ok: false, code });
  });
});
