import { apply, type Matrix, multiply, slant } from '../layout/matrix.ts';
import type { TextPiece } from '../layout/page.ts';
import { deltasOf } from './geometry.ts';
import type { Graphic, TextCode } from './graphics.ts';

const pointsPerMillimetre = 72 / 25.4;
const maxNesting = 8;

/** Text of a page's graphics as pieces in points; composite objects are followed, at most `limit` characters in all. */
export const piecesOf = (
  graphics: readonly Graphic[],
  units: ReadonlyMap<string, readonly Graphic[]>,
  base: Matrix,
  limit: { characters: number },
  nesting = 0,
): TextPiece[] => {
  const pieces: TextPiece[] = [];
  for (const graphic of graphics) {
    if (limit.characters <= 0) break;
    const place = multiply(base, graphic.place);
    if (graphic.kind === 'composite') {
      const unit = nesting < maxNesting ? units.get(graphic.resource) : undefined;
      if (unit) pieces.push(...piecesOf(unit, units, place, limit, nesting + 1));
      continue;
    }
    const [a, b] = place;
    if (a <= 0 || Math.abs(b) > slant * Math.hypot(a, b)) continue;
    let x = 0;
    let y = 0;
    for (const code of graphic.codes) {
      x = code.x ?? x;
      y = code.y ?? y;
      limit.characters -= code.text.length;
      pieces.push(...piecesOfCode(code, x, y, graphic.size, place));
    }
  }
  return pieces;
};

const piecesOfCode = (code: TextCode, x: number, y: number, size: number, place: Matrix): TextPiece[] => {
  const text = code.text.replace(/[\r\n]/g, '');
  const signs = [...text];
  const down = deltasOf(code.deltaY, signs.length);
  const across = deltasOf(code.deltaX, signs.length);
  const scale = pointsPerMillimetre;
  const [stretch, , c, d] = place;
  const type = size * Math.hypot(c, d) * scale;
  if (down.some((step) => Math.abs(step) > 0.3 * size)) {
    let [atX, atY] = [x, y];
    return signs.map((sign, index) => {
      const at = apply(place, atX, atY);
      atX += across[index] ?? 0;
      atY += down[index] ?? 0;
      return { text: sign, x: at.x * scale, y: at.y * scale, width: type, size: type };
    });
  }
  const at = apply(place, x, y);
  const advance = signs.slice(1).reduce((sum, sign, index) => sum + (across[index] ?? widthOf(sign, size)), 0);
  const width = (advance + widthOf(signs.at(-1) ?? '', size)) * stretch * scale;
  return text.trim() === '' ? [] : [{ text, x: at.x * scale, y: at.y * scale, width, size: type }];
};

const widthOf = (sign: string, size: number): number => ((sign.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2);
