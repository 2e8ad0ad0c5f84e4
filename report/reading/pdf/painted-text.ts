import { identity, type Matrix, matrixOf, multiply } from '../layout/matrix.ts';
import type { PDFPageProxy } from './pdf-file.ts';

/** A stretch of text as it is painted, in the page's own coordinates. */
export interface PaintedText {
  readonly str: string;
  readonly transform: Matrix;
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

type Operators = typeof import('pdfjs-dist/legacy/build/pdf.mjs')['OPS'];

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

/** A gap this wide, in thousandths of the type size, parts two stretches. */
const wideGap = 400;

/**
 * The text of a page from its painting operators. Slower than the text layer of pdfjs, which drops signs near the left
 * edge where type is mirrored twice (a negative size and a negative stretch), as WPS writes it.
 */
export const paintedText = async (page: PDFPageProxy): Promise<PaintedText[]> => {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const painter = new TextPainter(page, OPS);
  for (const [at, operation] of fnArray.entries()) painter.take(operation, (argsArray[at] ?? []) as unknown[]);
  return painter.found;
};

/** Follows a page's operators: what is painted where is known only to those who keep track of all of them. */
class TextPainter {
  readonly found: PaintedText[] = [];
  readonly #page: PDFPageProxy;
  readonly #ops: Operators;
  readonly #saved: State[] = [];
  #state: State = {
    ctm: identity,
    font: '',
    size: 0,
    characterGap: 0,
    wordGap: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  /** Where the present line of text begins, and where its next sign goes. */
  #line = identity;
  #text = identity;

  constructor(page: PDFPageProxy, ops: Operators) {
    this.#page = page;
    this.#ops = ops;
  }

  take(operation: number, args: readonly unknown[]): void {
    this.#takeGraphics(operation, args);
    this.#takeType(operation, args);
    this.#takeText(operation, args);
  }

  #takeGraphics(operation: number, args: readonly unknown[]): void {
    switch (operation) {
      case this.#ops.save:
        this.#saved.push({ ...this.#state });
        return;
      case this.#ops.restore:
      case this.#ops.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case this.#ops.paintFormXObjectBegin:
        this.#saved.push({ ...this.#state });
        if (args[0]) this.#transform(args[0]);
        return;
      case this.#ops.transform:
        this.#transform(args);
        return;
    }
  }

  #takeType(operation: number, [first, second]: readonly unknown[]): void {
    const value = Number(first ?? 0);
    switch (operation) {
      case this.#ops.setFont:
        this.#state.font = String(first);
        this.#state.size = Number(second ?? 0);
        return;
      case this.#ops.setCharSpacing:
        this.#state.characterGap = value;
        return;
      case this.#ops.setWordSpacing:
        this.#state.wordGap = value;
        return;
      case this.#ops.setHScale:
        this.#state.stretch = value / 100;
        return;
      case this.#ops.setLeading:
        this.#state.leading = -value;
        return;
      case this.#ops.setTextRise:
        this.#state.rise = value;
        return;
    }
  }

  #takeText(operation: number, args: readonly unknown[]): void {
    const [first = 0, second = 0] = args as readonly number[];
    switch (operation) {
      case this.#ops.beginText:
        this.#startLine(identity);
        return;
      case this.#ops.setTextMatrix:
        this.#startLine(matrixIn(args.length === 6 ? args : args[0]));
        return;
      case this.#ops.setLeadingMoveText:
        this.#state.leading = -second;
        this.#move(first, second);
        return;
      case this.#ops.moveText:
        this.#move(first, second);
        return;
      case this.#ops.nextLine:
        this.#move(0, -this.#state.leading);
        return;
      case this.#ops.showText:
        this.#text = paint(this.#page, args[0] as readonly (Glyph | number)[], this.#state, this.#text, this.found);
        return;
    }
  }

  #transform(matrix: unknown): void {
    this.#state.ctm = multiply(this.#state.ctm, matrixIn(matrix));
  }

  #startLine(at: Matrix): void {
    this.#line = at;
    this.#text = at;
  }

  #move(x: number, y: number): void {
    this.#startLine(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }
}

const matrixIn = (value: unknown): Matrix => matrixOf(Array.from(value as ArrayLike<number>)) ?? identity;

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
