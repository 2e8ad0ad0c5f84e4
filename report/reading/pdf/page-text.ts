import { identity, matrixOf, multiply, slant } from '../layout/matrix.ts';
import type { LaidPage, TextPiece } from '../layout/page.ts';
import { type PaintedText, paintedText } from './painted-text.ts';
import type { PDFPageProxy } from './pdf-file.ts';

/** Which way lines run on the page as seen: to the right, down (also vertical type), upside down, up. */
type Direction = 'right' | 'down' | 'left' | 'up';

const directionOf = (across: number, rise: number): Direction | null => {
  const length = Math.hypot(across, rise);
  if (length === 0) return null;
  if (Math.abs(rise) <= slant * length) return across > 0 ? 'right' : 'left';
  if (Math.abs(across) <= slant * length) return rise > 0 ? 'down' : 'up';
  return null;
};

/** Signs that symbol fonts for bullets are taken for, and the bullets they show. */
const bullets: Readonly<Record<string, string>> = {
  Ø: '➢',
  ü: '✓',
  '§': '▪',
  l: '●',
  n: '■',
  u: '◆',
  v: '❖',
  q: '❑',
  p: '□',
};

/** Fonts of a page that hold nothing but bullets; a letter alone might be a variable, so it must come twice. */
const bulletFonts = (items: readonly PaintedText[]): Set<string> => {
  const fonts = new Map<string, string[]>();
  for (const { str, fontName } of items) {
    const sign = str.trim();
    if (sign !== '') fonts.set(fontName, [...(fonts.get(fontName) ?? []), sign].slice(0, 1000));
  }
  const known = [...fonts].filter(
    ([, signs]) =>
      signs.every((sign) => bullets[sign] !== undefined) &&
      (signs.length > 1 || signs.some((sign) => !/[a-z]/.test(sign))),
  );
  return new Set(known.map(([font]) => font));
};

/** The text layer of pdfjs, or what the page's operators paint where that cannot be trusted. */
const itemsOf = async (page: PDFPageProxy, mirrored: boolean): Promise<PaintedText[]> => {
  if (mirrored) return paintedText(page);
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item) =>
    'str' in item && item.str !== ''
      ? [
          {
            ...item,
            transform: matrixOf(item.transform as number[]) ?? identity,
            vertical: styles[item.fontName]?.vertical === true,
          },
        ]
      : [],
  );
};

/**
 * The pieces of text of one page, in points from its upper left corner. A page whose lines run another way is turned, so
 * that they run to the right; what runs another way than most of the page (binding marks, slanted watermarks) is left out.
 */
export const textOfPage = async (page: PDFPageProxy, mirrored = false): Promise<LaidPage> => {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = matrixOf(viewport.transform as number[]) ?? identity;
  const items = await itemsOf(page, mirrored);
  const symbols = bulletFonts(items);
  const found = new Map<Direction, TextPiece[]>();
  const letters = new Map<Direction, number>();
  for (const item of items) {
    const { str, vertical, fontName } = item;
    const [a, b, c, d, e, f] = multiply(toPage, item.transform);
    const painted = directionOf(a, b);
    const direction = vertical && painted === 'right' ? 'down' : painted;
    if (direction === null) continue;
    const size = Math.hypot(c, d) || item.height;
    const at = turned(e, f, direction, viewport);
    const pieces = found.get(direction) ?? [];
    const text = symbols.has(fontName) ? (bullets[str.trim()] ?? str) : str;
    pieces.push({ text, ...at, width: vertical ? item.height : item.width, size });
    found.set(direction, pieces);
    letters.set(direction, (letters.get(direction) ?? 0) + str.trim().length);
  }
  const [most = 'right'] = [...letters].sort((one, other) => other[1] - one[1])[0] ?? [];
  const { width, height } = viewport;
  const sides = most === 'right' || most === 'left' ? { width, height } : { width: height, height: width };
  return { number: page.pageNumber, ...sides, source: 'pdf', pieces: found.get(most) ?? [] };
};

/** A place on the page after it was turned so that lines of this direction run to the right. */
const turned = (
  x: number,
  y: number,
  direction: Direction,
  { width, height }: { readonly width: number; readonly height: number },
): { x: number; y: number } => {
  switch (direction) {
    case 'right':
      return { x, y };
    case 'down':
      return { x: y, y: width - x };
    case 'left':
      return { x: width - x, y: height - y };
    case 'up':
      return { x: height - y, y: x };
  }
};
