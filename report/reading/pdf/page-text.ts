import type { LaidPage, TextPiece } from '../layout/page.ts';
import type { PDFPageProxy } from './pdf-file.ts';

/** Text painted at a slant is a watermark. */
const slant = 0.08;

/** The pieces of text of one page, in points from its upper left corner, as seen. */
export const textOfPage = async (page: PDFPageProxy): Promise<LaidPage> => {
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as number[];
  const content = await page.getTextContent({ includeMarkedContent: false });
  const pieces: TextPiece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const [ma = 0, mb = 0, mc = 0, md = 0, me = 0, mf = 0] = item.transform as number[];
    const across = a * ma + c * mb;
    const rise = b * ma + d * mb;
    const length = Math.hypot(across, rise);
    if (length === 0 || Math.abs(rise) > slant * length || across < 0) continue;
    const size = Math.hypot(a * mc + c * md, b * mc + d * md) || item.height;
    pieces.push({ text: item.str, x: a * me + c * mf + e, y: b * me + d * mf + f, width: item.width, size });
  }
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, source: 'pdf', pieces };
};

const unreadable = /[\p{Cc}\ufffd\ue000-\uf8ff]/gu;

/** True when a page's text can be used: enough of it, and not the garbage of a font without a character map. */
export const isUsable = ({ pieces }: LaidPage): boolean => {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s/g, '');
  if (text.length < 20) return false;
  return (text.match(unreadable)?.length ?? 0) / text.length <= 0.05;
};
