import type { ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { layOut } from '../layout/lay-out.ts';
import type { LaidPage } from '../layout/page.ts';
import type { ReadingLimits } from '../limits.ts';
import { isReadable } from '../pdf/readable-text.ts';
import { Refusal, sentences } from '../refusal.ts';
import { pictureOfImage } from './image-picture.ts';
import { imageSize } from './image-size.ts';
import { picturesOfPdf } from './pdf-pictures.ts';
import { createRecogniser, type Recogniser } from './recogniser.ts';

/** Recognises the given pages of a PDF, keyed by their number. */
export const recognisePdfPages = async (
  bytes: Uint8Array,
  pages: readonly number[],
  limits: ReadingLimits,
): Promise<Map<number, LaidPage>> => {
  allow(pages.length, limits);
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

const allow = (pages: number, limits: ReadingLimits): void => {
  if (pages <= limits.ocrPages) return;
  throw new Refusal('too-large', `扫描页过多（超过 ${limits.ocrPages} 页），请发送 .docx 原稿。`);
};

/** Below the first a picture is tried in its other positions too; below the second nothing in it can be trusted. */
const uprightConfidence = 0.6;
const leastConfidence = 0.35;

/** Photos or scans, one a page, as a document; each turned upright where the camera did not. */
export const readImages = async (images: readonly Uint8Array[], limits: ReadingLimits): Promise<ReportDocument> => {
  allow(images.length, limits);
  const recogniser = await createRecogniser(limits.ocrPageMs);
  const pages: LaidPage[] = [];
  try {
    for (const [index, bytes] of images.entries()) {
      const page = await recogniseUpright(recogniser, bytes, limits);
      if (confidenceOf(page) >= leastConfidence) pages.push({ ...page, number: index + 1 });
    }
  } finally {
    await recogniser.close();
  }
  if (pages.length === 0) throw new Refusal('no-text', sentences.noTextInImage);
  const builder = new DocumentBuilder('ocr', limits);
  layOut(pages, builder);
  return builder.finish('image', { pages: images.length });
};

/** So many pixels a scanned page has each way, and ornaments and stamps have not. */
const leastPageSide = 300;

/** The pictures of a Word file as a document: those that may be pages, for a file may also show a logo or a drawing. */
export const readScans = async (pictures: readonly Uint8Array[], limits: ReadingLimits): Promise<ReportDocument> => {
  const pages = pictures.filter((bytes) => {
    const size = imageSize(bytes);
    return size !== null && Math.min(size.width, size.height) >= leastPageSide;
  });
  const document = pages.length === 0 ? null : await readImages(pages, limits);
  if (document === null || !isReadable(document.text)) throw new Refusal('no-text', sentences.onlyPictures);
  return document;
};

const recogniseUpright = async (recogniser: Recogniser, bytes: Uint8Array, limits: ReadingLimits) => {
  let best = await recogniser.recognise(await pictureOfImage(bytes, limits));
  for (const turn of [1, 3, 2] as const) {
    if (confidenceOf(best) >= uprightConfidence) break;
    const turned = await recogniser.recognise(await pictureOfImage(bytes, limits, turn));
    if (confidenceOf(turned) > confidenceOf(best)) best = turned;
  }
  return best;
};

const confidenceOf = ({ pieces }: LaidPage): number => {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0
    ? 0
    : pieces.reduce((sum, { text, confidence = 1 }) => sum + confidence * text.length, 0) / letters;
};
