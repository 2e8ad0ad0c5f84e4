import type { ReadOutcome, ReportDocument, ReportFormat } from '../../core/report-document.ts';
import type { ConvertibleExtension, ConvertToDocx } from './conversion.ts';
import { type RecognisePictures, readDocx } from './docx/read-docx.ts';
import type { ReadingLimits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import { Refusal, refused, sentences } from './refusal.ts';
import { sniff } from './sniff.ts';
import { Archive } from './zip/archive.ts';

export interface ReadOptions {
  /** Only its ending is looked at, and only to tell .md from .txt and .wps from .doc. */
  readonly fileName: string;
  /** Absent: no office program, so .rtf and .odt are refused and .doc is read as bare text. */
  readonly convert?: ConvertToDocx;
  /** Called once when pages go to text recognition, which takes seconds a page. */
  readonly onRecognition?: () => void;
  /** Told of errors that no reader foresaw; the sender is answered as if the file were damaged. */
  readonly onSurprise?: (error: unknown) => void;
}

/**
 * Any upload as a ReportDocument, or a refusal with a sentence for its sender. Never rejects for a bad file; run it in a
 * process of its own, for a hostile file may still exhaust memory or time.
 */
export const readDocument = async (
  bytes: Uint8Array,
  options: ReadOptions,
  limits: ReadingLimits = defaultLimits,
): Promise<ReadOutcome> => {
  try {
    return { ok: true, document: await read(bytes, options, limits) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    options.onSurprise?.(error);
    return refused('damaged', sentences.damaged);
  }
};

const read = async (bytes: Uint8Array, options: ReadOptions, limits: ReadingLimits): Promise<ReportDocument> => {
  if (bytes.length === 0) throw new Refusal('empty', sentences.empty);
  if (bytes.length > limits.fileBytes) throw new Refusal('too-large', sentences.tooLarge);
  const found = await sniff(bytes, limits);
  const markdown = /\.(md|markdown)$/i.test(options.fileName);
  switch (found.kind) {
    case 'docx':
      return readDocx(found.archive, { format: 'docx', source: 'native', limits, recognise: scans(options, limits) });
    case 'word-binary':
      return readWordBinary(bytes, options, limits);
    case 'rtf':
      return readConverted(bytes, 'rtf', 'rtf', options, limits);
    case 'odt':
      return readConverted(bytes, 'odt', 'odt', options, limits);
    case 'flat-odt':
      return readConverted(bytes, 'xml', 'odt', options, limits);
    case 'flat-docx':
      return readFlatDocx(bytes, limits);
    case 'word-xml':
      return (await import('./word-xml/read-word-xml.ts')).readWordXml(bytes, limits);
    case 'html':
      return markdown ? readPlainText(bytes, 'md', limits) : readPage(bytes, limits);
    case 'text':
      return readPlainText(bytes, markdown ? 'md' : 'txt', limits);
    case 'pdf':
      return readPages(bytes, options, limits);
    case 'ofd':
      return (await import('./ofd/read-ofd.ts')).readOfd(found.archive, limits);
    case 'image':
      return (await recognition(options)).readImages([bytes], limits);
  }
};

// A process reads one file, most often a .docx: the readers of other formats are loaded when their file has come.

const readPlainText = async (bytes: Uint8Array, format: 'txt' | 'md', limits: ReadingLimits): Promise<ReportDocument> =>
  (await import('./text/read-text.ts')).readText(bytes, format, limits);

const readPage = async (bytes: Uint8Array, limits: ReadingLimits): Promise<ReportDocument> =>
  (await import('./html/read-html.ts')).readHtml(bytes, { format: 'doc', source: 'converted', limits });

const readFlatDocx = async (bytes: Uint8Array, limits: ReadingLimits): Promise<ReportDocument> => {
  const { FlatPackage } = await import('./docx/flat-package.ts');
  return readDocx(FlatPackage.open(bytes, limits), { format: 'doc', source: 'native', limits });
};

const readPages = async (bytes: Uint8Array, options: ReadOptions, limits: ReadingLimits): Promise<ReportDocument> => {
  const { readPdf } = await import('./pdf/read-pdf.ts');
  const recognise = async (file: Uint8Array, pages: readonly number[]) =>
    (await recognition(options)).recognisePdfPages(file, pages, limits);
  return readPdf(bytes, { limits, recognise });
};

const recognition = async (options: ReadOptions) => {
  options.onRecognition?.();
  return import('./ocr/recognise-pages.ts');
};

/** For Word files into which nothing but pages was scanned. */
const scans = (options: ReadOptions, limits: ReadingLimits): RecognisePictures => {
  return async (pictures) => (await recognition(options)).readScans(pictures, limits);
};

const readWordBinary = async (
  bytes: Uint8Array,
  options: ReadOptions,
  limits: ReadingLimits,
): Promise<ReportDocument> => {
  const format = /\.wps$/i.test(options.fileName) ? 'wps' : 'doc';
  const outcome = await options.convert?.(bytes, 'doc');
  if (outcome?.ok) return readDocxBytes(outcome.docx, format, options, limits);
  const { readDocText } = await import('./doc/read-doc-text.ts');
  return readDocText(bytes, format, limits);
};

const readConverted = async (
  bytes: Uint8Array,
  extension: ConvertibleExtension,
  format: ReportFormat,
  options: ReadOptions,
  limits: ReadingLimits,
): Promise<ReportDocument> => {
  const outcome = (await options.convert?.(bytes, extension)) ?? ({ ok: false, reason: 'missing' } as const);
  if (outcome.ok) return readDocxBytes(outcome.docx, format, options, limits);
  if (outcome.reason === 'timeout') throw new Refusal('timeout', sentences.timeout);
  if (outcome.reason === 'failed') throw new Refusal('damaged', sentences.damaged);
  throw new Refusal('converter-missing', sentences.converterMissing);
};

const readDocxBytes = async (
  bytes: Uint8Array,
  format: ReportFormat,
  options: ReadOptions,
  limits: ReadingLimits,
): Promise<ReportDocument> => {
  const recognise = scans(options, limits);
  return readDocx(await Archive.open(bytes, limits), { format, source: 'converted', limits, recognise });
};
