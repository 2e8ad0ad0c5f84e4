import type { LaidPage, LineSegment, PageLine, TextPiece } from './page.ts';
import { plainSigns } from './plain-signs.ts';

/** Gaps in multiples of the type size: from `wordGap` words part, from `columnGap` columns do. */
const wordGap = 0.18;
const columnGap = 1.6;

const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d%.,;:)(/-]/u;

/** Gathers what is painted on about the same height into lines, top to bottom and left to right. */
export const linesOfPage = (page: LaidPage): PageLine[] => {
  const pieces = page.pieces.filter(({ text, size }) => text.trim() !== '' && size > 0);
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: { y: number; size: number; pieces: TextPiece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(piece.y - row.y) <= 0.45 * Math.min(Math.max(piece.size, 4), Math.max(row.size, 4))) {
      row.pieces.push(piece);
      row.size = Math.max(row.size, piece.size);
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => lineOf(page, row.pieces));
};

const lineOf = (page: LaidPage, unsorted: readonly TextPiece[]): PageLine => {
  const pieces = withoutDoubles([...unsorted].sort((a, b) => a.x - b.x));
  const size = dominantSize(pieces);
  const segments: { text: string; x: number; end: number }[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    const text = piece.text.trim();
    const end = piece.x + piece.width;
    const gap = last === undefined ? 0 : piece.x - last.end;
    if (last === undefined || gap > columnGap * size) segments.push({ text, x: piece.x, end });
    else {
      const spaced = gap > wordGap * size || /\s$/.test(last.text) || /^\s/.test(piece.text);
      last.text += spaced && latin.test(last.text.slice(-1)) && latin.test(text.charAt(0)) ? ` ${text}` : text;
      last.end = Math.max(last.end, end);
    }
  }
  const tidy: LineSegment[] = segments.map((segment) => ({
    ...segment,
    text: withoutSpacing(plainSigns(segment.text)),
  }));
  const first = pieces[0];
  return {
    page: page.number,
    pageWidth: page.width,
    source: page.source,
    text: tidy.map(({ text }) => text).join(' '),
    x: first?.x ?? 0,
    end: Math.max(...segments.map(({ end }) => end)),
    y: first?.y ?? 0,
    size,
    confidence: meanConfidence(pieces),
    segments: tidy,
  };
};

/** Bold type is often painted twice, a hair apart. */
const withoutDoubles = (pieces: readonly TextPiece[]): TextPiece[] =>
  pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    return !(before && before.text === piece.text && Math.abs(before.x - piece.x) < 0.1 * piece.size);
  });

const dominantSize = (pieces: readonly TextPiece[]): number => {
  let most = pieces[0];
  for (const piece of pieces) if (most === undefined || piece.text.length > most.text.length) most = piece;
  return most?.size ?? 0;
};

const meanConfidence = (pieces: readonly TextPiece[]): number => {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const weighted = pieces.reduce((sum, { text, confidence = 1 }) => sum + text.length * confidence, 0);
  return letters === 0 ? 1 : weighted / letters;
};

const han = '[\\p{Script=Han}，。、；：？！“”‘’（）《》【】…—]';
const looseSpace = new RegExp(`(?<=${han})[ \\t]+|[ \\t]+(?=${han})`, 'gu');

/** Page descriptions put thin spaces between Chinese and Latin type; they are not in the text. */
export const withoutSpacing = (text: string): string => text.replace(looseSpace, '');
