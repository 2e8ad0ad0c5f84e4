import type { Aside, BlockStyle } from '../../../core/report-document.ts';

/** Where a stretch of a paragraph's text stands in its XML part; offsets are UTF-16 units of the decoded part. */
export interface TextSegment {
  /** Offset and length in the paragraph's text. */
  readonly at: number;
  readonly length: number;
  /** The raw content of the w:t, entities still encoded. */
  readonly from: number;
  readonly to: number;
  readonly run: RunPlace;
  /** The innermost inline content control, counted from 1; 0 outside. */
  readonly control: number;
}

export interface RunPlace {
  /** Offset of "<w:r" and of the first unit behind its ">". */
  readonly start: number;
  readonly contentStart: number;
  /** The raw w:rPr element, "" without one. */
  properties: string;
  /** Offset behind "</w:r>". */
  end: number;
}

/** An aside whose place is still relative to its paragraph. */
export interface PendingAside {
  readonly kind: Aside['kind'];
  text: string;
  readonly author: string | undefined;
  readonly at: number;
  /** The comment whose text belongs here. */
  readonly commentId?: string;
}

export type Anchored =
  | { readonly part: 'textbox'; readonly items: readonly StoryItem[] }
  | { readonly part: 'footnote' | 'endnote'; readonly id: string };

export interface StoryParagraph {
  readonly kind: 'paragraph';
  /** Line breaks are "\n"; the number label is not part of it. */
  readonly text: string;
  readonly style: BlockStyle | undefined;
  readonly number: { readonly label: string; readonly level: number } | undefined;
  readonly asides: readonly PendingAside[];
  readonly anchored: readonly Anchored[];
  readonly segments: readonly TextSegment[];
}

export interface StoryRow {
  readonly kind: 'row';
  readonly table: number;
  readonly row: number;
  readonly cells: readonly (readonly StoryItem[])[];
}

export type StoryItem = StoryParagraph | StoryRow;
