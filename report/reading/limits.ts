/** Upper bounds of reading, enforced while bytes stream in; sizes are counted, never taken from headers. */
export interface ReadingLimits {
  /** Bytes of the uploaded file. */
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** Inflated bytes of one zip entry, and of all entries read from one file. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** An entry that inflates beyond `ratioFromBytes` may not exceed this ratio of inflated to stored bytes. */
  readonly inflateRatio: number;
  readonly ratioFromBytes: number;
  readonly xmlDepth: number;
  readonly xmlElements: number;
  readonly tableNesting: number;
  /** UTF-16 units of text. */
  readonly characters: number;
  readonly pages: number;
  readonly ocrPages: number;
  /** Pixels of one image. */
  readonly imagePixels: number;
  /** Milliseconds for recognising one page, and all pages of one file. */
  readonly ocrPageMs: number;
  readonly ocrTotalMs: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: ReadingLimits = {
  fileBytes: 30 * mebibyte,
  zipEntries: 2000,
  entryBytes: 64 * mebibyte,
  totalBytes: 200 * mebibyte,
  inflateRatio: 200,
  ratioFromBytes: 10 * mebibyte,
  xmlDepth: 256,
  xmlElements: 1_000_000,
  tableNesting: 8,
  characters: 300_000,
  pages: 500,
  ocrPages: 40,
  imagePixels: 20_000_000,
  ocrPageMs: 30_000,
  ocrTotalMs: 300_000,
};
