import type { HeadingMode, HeadingStyle } from '../../core/report-structure.ts';

/** A heading before it has its place in the outline. */
export interface HeadingMark {
  readonly style: HeadingStyle;
  /** Headings of one key under one parent are one series. */
  readonly key: string;
  readonly rank: number;
  readonly mode: HeadingMode;
  readonly number: string | null;
  readonly ordinal: number | null;
  readonly title: string;
  /** The heading's own words, number included. */
  readonly start: number;
  readonly end: number;
}
