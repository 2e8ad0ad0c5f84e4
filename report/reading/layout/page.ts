import type { BlockSource } from '../../../core/report-document.ts';

/** Text as it is painted on a page. Points; x grows to the right, y (the baseline) downwards. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  /** 0 to 1; absent means certain. */
  readonly confidence?: number;
}

export interface LaidPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly source: BlockSource;
  readonly pieces: readonly TextPiece[];
}

/** A stretch of a line that a wide gap separates from the next. */
export interface LineSegment {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

/** One line of print. */
export interface PageLine {
  readonly page: number;
  readonly pageWidth: number;
  readonly source: BlockSource;
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly confidence: number;
  readonly segments: readonly LineSegment[];
}
