import type { ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { layOut } from '../layout/lay-out.ts';
import type { LaidPage } from '../layout/page.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { textOfPage } from './page-text.ts';
import { isMirrored } from './painted-text.ts';
import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdf-file.ts';
import { isReadable } from './readable-text.ts';
import { within } from './within.ts';

/** Recognises the given pages (numbered from 1) of a PDF. */
export type RecognisePages = (bytes: Uint8Array, pages: readonly number[]) => Promise<ReadonlyMap<number, LaidPage>>;

export interface ReadPdfOptions {
  readonly limits: ReadingLimits;
  readonly recognise: RecognisePages;
}

/** A PDF by its text layer; pages without one that can be used go through text recognition. */
export const readPdf = async (bytes: Uint8Array, { limits, recognise }: ReadPdfOptions): Promise<ReportDocument> => {
  const pdf = await openPdf(bytes, limits);
  const count = pdf.numPages;
  const { pages, unread } = await readPages(pdf, limits).finally(() => pdf.destroy());
  if (unread.length > 0) pages.push(...(await recognise(bytes, unread)).values());
  pages.sort((one, other) => one.number - other.number);
  const builder = new DocumentBuilder('pdf', limits);
  layOut(pages, builder);
  return builder.finish('pdf', { pages: count });
};

/** The pages whose text layer can be used, and the numbers of those that have to be recognised. */
const readPages = async (
  pdf: PDFDocumentProxy,
  limits: ReadingLimits,
): Promise<{ pages: LaidPage[]; unread: number[] }> => {
  const pages: LaidPage[] = [];
  const unread: number[] = [];
  let characters = 0;
  const mirrored = await isMirroredFile(pdf);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const laid = await readPage(pdf, number, mirrored);
    if (laid === null) unread.push(number);
    else pages.push(laid);
    characters += laid?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    if (characters > limits.characters * 2) throw new Refusal('too-large', sentences.tooMuchText);
  }
  return { pages, unread };
};

/** Milliseconds for the text layer of one page. */
const pageMs = 20_000;

/** What the first page tells of how the file's program paints. */
const isMirroredFile = async (pdf: PDFDocumentProxy): Promise<boolean> => {
  try {
    return await within(pageMs, pdf.getPage(1).then(isMirrored));
  } catch {
    return false;
  }
};

const readTextLayer = async (pdf: PDFDocumentProxy, number: number, mirrored: boolean): Promise<LaidPage | null> => {
  const page = await pdf.getPage(number);
  const laid = await textOfPage(page, mirrored);
  const usable = isReadable(laid.pieces.map(({ text }) => text).join('')) || !(await showsSomething(page, laid));
  page.cleanup();
  return usable ? laid : null;
};

/** A page by its text layer; null when it has to be recognised: it shows something, or cannot be parsed. */
const readPage = async (pdf: PDFDocumentProxy, number: number, mirrored: boolean): Promise<LaidPage | null> => {
  try {
    return await within(pageMs, readTextLayer(pdf, number, mirrored));
  } catch {
    return null;
  }
};

/** A page with little text is worth recognising when pictures or outlines are painted on it. */
const showsSomething = async (page: PDFPageProxy, laid: LaidPage): Promise<boolean> => {
  if (laid.pieces.reduce((sum, { text }) => sum + text.trim().length, 0) >= 20) return true;
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const operators = await page.getOperatorList();
  const painted = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const paths = operators.fnArray.filter((operation) => operation === OPS.constructPath).length;
  return operators.fnArray.some((operation) => painted.has(operation)) || paths > 50;
};
