import type { ReadingLimits } from './limits.ts';
import { Refusal, sentences } from './refusal.ts';
import { Archive } from './zip/archive.ts';

/** What the bytes are, by content. `archive` comes along where it had to be opened. */
export type Sniffed =
  | { readonly kind: 'docx' | 'ofd' | 'odt'; readonly archive: Archive }
  | { readonly kind: 'word-binary' | 'rtf' | 'flat-docx' | 'word-xml' | 'flat-odt' | 'html' | 'pdf' | 'text' }
  | { readonly kind: 'image'; readonly type: 'png' | 'jpeg' | 'webp' | 'bmp' };

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Decides by content, never by the file's name; refuses what no reader takes. */
export const sniff = async (bytes: Uint8Array, limits: ReadingLimits): Promise<Sniffed> => {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return sniffZip(bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes);
  const archive = otherArchives.find((signature) => startsWith(bytes, signature));
  if (archive !== undefined) throw packed();
  if (isLocked(bytes)) throw new Refusal('encrypted', lockedFile);
  if (isOwnerFile(bytes)) throw new Refusal('unsupported-format', ownerFile);
  const head = ascii(bytes, 0, 1024);
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (/^\s*\{\\rtf/.test(head.replace(/^ï»¿/, ''))) return { kind: 'rtf' };
  const image = sniffImage(bytes, head);
  if (image !== null) return image;
  const { kindOfText } = await import('./text/kind-of-text.ts');
  const kind = kindOfText(bytes);
  if (kind === null) throw new Refusal('unsupported-format', unknownFormat);
  return { kind };
};

const sniffZip = async (bytes: Uint8Array, limits: ReadingLimits): Promise<Sniffed> => {
  const archive = await Archive.open(bytes, limits);
  if (archive.has('OFD.xml')) return { kind: 'ofd', archive };
  const names = archive.names;
  const mimetype = archive.has('mimetype') ? ((await archive.bytes('mimetype'))?.toString('latin1') ?? '') : '';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) {
    const manifest = (await archive.bytes('META-INF/manifest.xml'))?.toString('utf8') ?? '';
    if (manifest.includes('encryption-data')) throw new Refusal('encrypted', sentences.encryptedOffice);
    return { kind: 'odt', archive };
  }
  if (archive.has('word/document.xml')) return { kind: 'docx', archive };
  if (names.some((name) => name.startsWith('xl/')) || mimetype.includes('spreadsheet')) throw wrongKind('Excel 表格');
  if (names.some((name) => name.startsWith('ppt/')) || mimetype.includes('presentation')) throw wrongKind('演示文稿');
  if (archive.has('[Content_Types].xml') && archive.has('_rels/.rels')) return { kind: 'docx', archive };
  throw packed();
};

const packed = (): Refusal => new Refusal('unsupported-format', '这是压缩包，请解压后逐个发送其中的报告文件。');

/** RAR, 7z, gzip. */
const otherArchives = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 0x08],
];

const lockedFile = '文件被单位的加密软件加密，无法读取，请在装有该软件的电脑上解密后重新发送。';

/** Programs that encrypt every file of an office leave a mark of theirs at its head. */
const isLocked = (bytes: Uint8Array): boolean => {
  const head = ascii(bytes, 0, 64);
  return head.startsWith('%TSD-Header-###%') || (head.includes('E-SafeNet') && bytes.subarray(0, 64).includes(0));
};

const unknownFormat = '无法识别文件格式（也可能经过加密软件加密），请用 Word 或 WPS 打开后另存为 .docx 重新发送。';

const ownerFile = '这是打开文件时产生的临时文件（文件名以 ~$ 开头），不是报告本身，请关闭 Word 或 WPS 后发送报告文件。';

/** Word's note of who has a file open: 162 bytes, the length of a name and the name, nothing more. */
const isOwnerFile = (bytes: Uint8Array): boolean =>
  bytes.length === 162 && (bytes[0] ?? 0) <= 54 && bytes.subarray(1, 162).includes(0);

const wrongKind = (what: string): Refusal =>
  new Refusal('unsupported-format', `这是${what}，不是报告正文，请把报告另存为 .docx 后发送。`);

const sniffCompound = async (bytes: Uint8Array): Promise<Sniffed> => {
  const { openCompoundFile } = await import('./doc/compound-file.ts');
  const file = openCompoundFile(bytes);
  if (file === null) throw new Refusal('damaged', sentences.damaged);
  const { names } = file;
  if (names.has('encryptedpackage')) throw new Refusal('encrypted', sentences.encryptedOffice);
  if (names.has('worddocument')) {
    if (file.encryptedWord) throw new Refusal('encrypted', sentences.encryptedOffice);
    return { kind: 'word-binary' };
  }
  if (names.has('workbook') || names.has('book')) throw wrongKind('Excel 表格');
  if (names.has('powerpoint document')) throw wrongKind('演示文稿');
  if (names.has('contents')) {
    throw new Refusal(
      'unsupported-format',
      '这是 Microsoft Works 文件，请用 WPS 或 Word 打开后另存为 .docx 重新发送。',
    );
  }
  throw new Refusal('unsupported-format', '无法识别这个 Office 文件，请用 Word 或 WPS 打开后另存为 .docx 重新发送。');
};

const tiffHeads = ['II*\0', 'MM\0*'];

const sniffImage = (bytes: Uint8Array, head: string): Sniffed | null => {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return { kind: 'image', type: 'png' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { kind: 'image', type: 'jpeg' };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { kind: 'image', type: 'webp' };
  if (head.startsWith('BM') && bytes.length > 54 && bytes[14] === 40) return { kind: 'image', type: 'bmp' };
  const other =
    head.startsWith('GIF8') ||
    tiffHeads.some((tiff) => head.startsWith(tiff)) ||
    /^ftyp(heic|heix|mif1|avif)/.test(head.slice(4));
  if (other) throw new Refusal('unsupported-format', '暂不支持这种图片格式，请转存为 JPG 或 PNG 后重新发送。');
  return null;
};
