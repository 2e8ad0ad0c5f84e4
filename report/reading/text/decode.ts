import { commonSigns } from './common-signs.ts';
import { controlShare } from './control-characters.ts';

const legacyEncodings = ['gb18030', 'big5'] as const;
const wideEncodings = ['utf-16le', 'utf-16be'] as const;

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a text file without being told its encoding: byte order mark, then strict UTF-8, then UTF-8 with a few broken
 * bytes, then whichever of GB18030, Big5 and UTF-16 reads most like Chinese. Null when nothing reads like text.
 */
export const decodeText = (bytes: Uint8Array): DecodedText | null => {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked };
  const utf8 = decode(bytes, 'utf-8');
  const broken = count(utf8, '\ufffd');
  const binary = controlShare(utf8) > 0.02;
  if (!binary && (broken === 0 || (broken <= Math.max(1, utf8.length * 0.002) && hasHan(utf8)))) {
    return { text: utf8, encoding: 'utf-8' };
  }
  const encodings = bytes.length % 2 === 0 ? [...legacyEncodings, ...wideEncodings] : legacyEncodings;
  let best: (DecodedText & { score: number }) | undefined;
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    const score = likeness(text);
    if (best === undefined || score > best.score) best = { text, encoding, score };
  }
  return best !== undefined && best.score > 0.15 ? { text: best.text, encoding: best.encoding } : null;
};

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const markedEncoding = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

const count = (text: string, sign: string): number => text.split(sign).length - 1;

const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Share of common characters, less five times the share of characters no text has. 1 is a plain Chinese text. */
const likeness = (text: string): number => {
  let good = 0;
  let bad = 0;
  let all = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code === 0x0a || code === 0x0d || code === 0x09 || code === 0x20) continue;
    all += 1;
    if (commonSigns.has(sign)) good += 1;
    else if (code > 0x20 && code < 0x7f) good += 0.5;
    else if (code < 0x20 || code === 0x7f || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad += 1;
  }
  // One broken sign happens to any file and must not decide about a short one.
  return all === 0 ? 0 : (good - (bad === 1 ? 1 : 5 * bad)) / all;
};
