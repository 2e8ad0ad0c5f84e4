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

/** Below the first a picture is tried in its other positions too; below the second nothing in it can be trusted. */
const uprightConfidence = 0.6;
const leastConfidence = 0.35;

/** A photo or scan as a document, turned upright where the camera did not. */
export const readImage = async (bytes: Uint8Array, limits: ReadingLimits): Promise<ReportDocument> => {
  const first = await pictureOfImage(bytes, limits);
  const recogniser = await createRecogniser(limits.ocrPageMs);
  try {
    let best = await recogniser.recognise(first);
    for (const turn of [1, 3, 2] as const) {
      if (confidenceOf(best) >= uprightConfidence) break;
      const turned = await recogniser.recognise(await pictureOfImage(bytes, limits, turn));
      if (confidenceOf(turned) > confidenceOf(best)) best = turned;
    }
    if (confidenceOf(best) < leastConfidence) throw new Refusal('no-text', sentences.noTextInImage);
    const builder = new DocumentBuilder('ocr', limits);
    layOut([best], builder);
    return builder.finish('image', { pages: 1 });
  } finally {
    await recogniser.close();
  }
};

const confidenceOf = ({ pieces }: LaidPage): number => {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0
    ? 0
    : pieces.reduce((sum, { text, confidence = 1 }) => sum + confidence * text.length, 0) / letters;
};
