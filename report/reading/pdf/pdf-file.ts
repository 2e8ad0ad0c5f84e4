import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { within } from './within.ts';

export type { PDFDocumentProxy, PDFPageProxy };

/** Milliseconds for opening a file, its page tree included. */
const openingMs = 20_000;

/** Opens a PDF with the character maps and image decoders of the package, and without running any code of the file. */
export const openPdf = async (bytes: Uint8Array, limits: ReadingLimits): Promise<PDFDocumentProxy> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // pdfjs takes the buffer over and empties it: hand it a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    wasmUrl: `${root}/wasm/`,
    standardFontDataUrl: `${root}/standard_fonts/`,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: limits.imagePixels,
    verbosity: VerbosityLevel.ERRORS,
  });
  let pdf: PDFDocumentProxy;
  try {
    pdf = await within(openingMs, task.promise);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Refusal('encrypted', 'PDF 设置了打开密码，无法读取，请取消密码后重新发送，或发送 .docx 原稿。', {
        cause: error,
      });
    }
    throw new Refusal('damaged', sentences.damagedPdf, { cause: error });
  }
  if (pdf.numPages > limits.pages) throw new Refusal('too-large', sentences.tooManyPages);
  return pdf;
};
