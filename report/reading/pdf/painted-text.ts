import type { PDFPageProxy } from './pdf-file.ts';

type Matrix = readonly [number, number, number, number, number, number];

/** A stretch of text as it is painted, in the page's own coordinates. */
export interface PaintedText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly vertical: boolean;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[];
}

interface Font {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

interface State {
  ctm: Matrix;
  font: string;
  size: number;
  characterGap: number;
  wordGap: number;
  stretch: number;
  leading: number;
  rise: number;
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

const matrixOf = (value: unknown): Matrix => {
  const numbers = Array.from(value as ArrayLike<number>);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : unmoved;
};

/** A gap this wide, in thousandths of the type size, parts two stretches. */
const wideGap = 400;

/**
 * The text of a page from its painting operators. Slower than the text layer of pdfjs, which drops signs near the left
 * edge where type is mirrored twice (a negative size and a negative stretch), as WPS writes it.
 */
export const paintedText = async (page: PDFPageProxy): Promise<PaintedText[]> => {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: PaintedText[] = [];
  let state: State = {
    ctm: unmoved,
    font: '',
    size: 0,
    characterGap: 0,
    wordGap: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  const saved: State[] = [];
  let line = unmoved;
  let text = unmoved;
  const move = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  for (let at = 0; at < fnArray.length; at += 1) {
    const args = (argsArray[at] ?? []) as unknown[];
    const [first = 0, second = 0] = args as number[];
    switch (fnArray[at]) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state });
        if (args[0]) state.ctm = multiply(state.ctm, matrixOf(args[0]));
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, matrixOf(args));
        break;
      case OPS.beginText:
        line = unmoved;
        text = unmoved;
        break;
      case OPS.setFont:
        state.font = String(args[0]);
        state.size = second;
        break;
      case OPS.setCharSpacing:
        state.characterGap = first;
        break;
      case OPS.setWordSpacing:
        state.wordGap = first;
        break;
      case OPS.setHScale:
        state.stretch = first / 100;
        break;
      case OPS.setLeading:
        state.leading = -first;
        break;
      case OPS.setTextRise:
        state.rise = first;
        break;
      case OPS.setLeadingMoveText:
        state.leading = -second;
        move(first, second);
        break;
      case OPS.moveText:
        move(first, second);
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.setTextMatrix:
        line = matrixOf(args.length === 6 ? args : args[0]);
        text = line;
        break;
      case OPS.showText:
        text = paint(page, args[0] as readonly (Glyph | number)[], state, text, found);
        break;
    }
  }
  return found;
};

const fontOf = (page: PDFPageProxy, name: string): Font =>
  page.commonObjs.has(name) ? ((page.commonObjs.get(name) ?? {}) as Font) : {};

/** Adds what one operator shows and returns where the next would go on. */
const paint = (
  page: PDFPageProxy,
  glyphs: readonly (Glyph | number)[],
  state: State,
  from: Matrix,
  found: PaintedText[],
): Matrix => {
  const { size, stretch, characterGap, wordGap, rise } = state;
  const { vertical = false, fontMatrix } = fontOf(page, state.font);
  const unit = fontMatrix?.[0] ?? 0.001;
  let text = from;
  let start = from;
  let words = '';
  const release = (): void => {
    if (words.trim() !== '') found.push(stretchOf(words, start, text, state, vertical));
    words = '';
  };
  const advance = (by: number): void => {
    text = multiply(text, vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * stretch, 0]);
  };
  start = multiply(from, [1, 0, 0, 1, 0, rise]);
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      if (Math.abs(glyph) > wideGap) release();
      advance((-glyph / 1000) * size);
      continue;
    }
    if (words === '') start = multiply(text, [1, 0, 0, 1, 0, rise]);
    words += glyph.unicode;
    const gap = characterGap + (glyph.isSpace ? wordGap : 0);
    const width = vertical ? (glyph.vmetric?.[0] ?? -1000) : glyph.width;
    advance(width * unit * size + (vertical ? -gap : gap));
  }
  release();
  return text;
};

const stretchOf = (str: string, start: Matrix, end: Matrix, state: State, vertical: boolean): PaintedText => {
  const placed = multiply(state.ctm, multiply(start, [state.size * state.stretch, 0, 0, state.size, 0, 0]));
  const last = multiply(state.ctm, end);
  const first = multiply(state.ctm, start);
  const length = Math.hypot(last[4] - first[4], last[5] - first[5]);
  return { str, transform: placed, width: length, height: length, fontName: state.font, vertical };
};

/** True when type on the page is mirrored twice, so that the text layer cannot be trusted. */
export const isMirrored = async (page: PDFPageProxy): Promise<boolean> => {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.some((operation, at) => operation === OPS.setFont && Number((argsArray[at] as unknown[])?.[1]) < 0);
};
