import { isWebArchive } from '../html/mime.ts';
import { decodeText } from './decode.ts';

export type TextKind = 'text' | 'html' | 'flat-docx' | 'word-xml' | 'flat-odt';

/** So much of a file tells whether it is text. */
const sampleBytes = 256 * 1024;

/** Which of the formats that are written in plain characters; null when the bytes are no text at all. */
export const kindOfText = (bytes: Uint8Array): TextKind | null => {
  const decoded = decodeText(bytes.subarray(0, sampleBytes));
  if (decoded === null) return null;
  const head = decoded.text.slice(0, 4096).replace(/^\ufeff/, '');
  if (/^\s*<(?:\?xml|\w+:wordDocument|pkg:package|office:document)/.test(head)) {
    if (/<pkg:package\b/.test(head)) return 'flat-docx';
    if (/<(?:\w+:)?wordDocument\b/.test(head)) return 'word-xml';
    if (/<office:document\b/.test(head)) return 'flat-odt';
  }
  return isWebArchive(head) || isPage(head, decoded.text) ? 'html' : 'text';
};

/** A whole page, or a stretch of one as office systems export it under the name of .doc. */
const isPage = (head: string, text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i.test(head) ||
  (/^\s*<(?:head|meta|body|table|style|center|font|div|p|span|h[1-6])\b[^<>]*>/i.test(head) &&
    /<\/(?:body|table|div|p|span)>/i.test(text));
