import { PDFiumLibrary } from '@hyzyla/pdfium';
import { createCanvas } from '@napi-rs/canvas';
import { buildPdf, scannedPage } from '../../testing/builders/pdf.ts';

/** A PDF as a scanner would make it: a JPEG a page, at so many dots per inch. */
export const scannedPdf = async (pdf: Uint8Array, dpi: number): Promise<Uint8Array> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [];
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'Gray' });
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const image = context.createImageData(width, height);
    for (let at = 0; at < data.length; at += 1) {
      image.data.fill(data[at] ?? 0, at * 4, at * 4 + 3);
      image.data[at * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    pages.push(scannedPage({ bytes: canvas.toBuffer('image/jpeg', 80), width, height }));
  }
  document.destroy();
  library.destroy();
  return buildPdf(pages);
};
