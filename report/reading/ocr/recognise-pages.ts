import type { ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { layOut } from '../layout/lay-out.ts';
import type { LaidPage } from '../layout/page.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { pictureOfImage } from './image-picture.ts';
import { picturesOfPdf } from './pdf-pictures.ts';
import { createRecogniser } from './recogniser.ts';

/** Recognises the given pages of a PDF, keyed by their number. */
export const recognisePdfPages = async (
  bytes: Uint8Array,
  pages: readonly number[],
  limits: ReadingLimits,
): Promise<Map<number, LaidPage>> => {
  if (pages.length > limits.ocrPages) {
    throw new Refusal('too-large', `扫描页过多（超过 ${limits.ocrPages} 页），请发送 .docx 原稿。`);
  }
  const found = new Map<number, LaidPage>();
  const recogniser = await createRecogniser(limits.ocrPageMs);
  try {
    for await (const picture of picturesOfPdf(bytes, pages, limits)) {
      found.set(picture.number, await recogniser.recognise(picture));
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged', sentences.damagedPdf, { cause: error });
  } finally {
    await recogniser.close();
  }
  return found;
};

/** A photo or scan as a document. */
export const readImage = async (bytes: Uint8Array, limits: ReadingLimits): Promise<ReportDocument> => {
  const picture = await pictureOfImage(bytes, limits);
  const recogniser = await createRecogniser(limits.ocrPageMs);
  try {
    const page = await recogniser.recognise(picture);
    if (page.pieces.length === 0) throw new Refusal('no-text', sentences.noTextInImage);
    const builder = new DocumentBuilder('ocr', limits);
    layOut([page], builder);
    return builder.finish('image', { pages: 1 });
  } finally {
    await recogniser.close();
  }
};
