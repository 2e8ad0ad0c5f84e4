import type { ReadingLimits } from '../limits.ts';
import { evenLight, greyMap } from './even-light.ts';
import type { PagePicture } from './recogniser.ts';

/** Body type of 16 points becomes about 40 pixels high, which the model reads best; finer is worse. */
const dotsPerInch = 175;

/** Pictures of the given pages (numbered from 1) of a PDF, one at a time. */
export async function* picturesOfPdf(
  bytes: Uint8Array,
  pages: readonly number[],
  limits: ReadingLimits,
): AsyncGenerator<PagePicture> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(bytes);
  try {
    for (const number of pages) {
      const page = pdf.getPage(number - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const fitting = Math.sqrt(limits.imagePixels / Math.max(1, originalWidth * originalHeight));
      const scale = Math.min(dotsPerInch / 72, fitting);
      const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
      yield { number, bytes: greyMap(evenLight({ data, width, height })), width, height, scale };
    }
  } finally {
    pdf.destroy();
    library.destroy();
  }
}
