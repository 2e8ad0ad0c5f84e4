import type { BlockSource, ReportDocument, ReportFormat } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { Assembler } from '../docx/assemble.ts';
import type { ReadingLimits } from '../limits.ts';
import { itemsOfHtml } from './items-of-html.ts';

export interface ReadHtmlOptions {
  /** What the upload was called by its sender: office systems export pages as .doc. */
  readonly format: ReportFormat;
  readonly source: BlockSource;
  readonly limits: ReadingLimits;
}

/** A web page or web archive: what Word, WPS and office systems write under the name of .doc or .html. */
export const readHtml = (bytes: Uint8Array, options: ReadHtmlOptions): ReportDocument => {
  const builder = new DocumentBuilder(options.source, options.limits);
  const none = new Map();
  const assembler = new Assembler(builder, { footnotes: none, endnotes: none, comments: none });
  itemsOfHtml(bytes, options.limits, (item) => assembler.add(item));
  return builder.finish(options.format, { pages: null });
};
