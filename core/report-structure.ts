import type { Span } from './span.ts';

/** Part ids of work reports (design vocabulary); `roles` of sections use them too. */
export const partIds = [
  'title',
  'self-intro',
  'study-politics',
  'duties',
  'party-governance',
  'dual-duty',
  'clean-governance',
  'self-discipline',
  'personal-matters',
  'ideology',
  'democratic-centralism',
  'last-year-rectification',
  'problems',
  'causes',
  'plans',
  'closing',
  'signature',
  'date',
] as const;
export type PartId = (typeof partIds)[number];

/** block: a paragraph of its own · run-in: heads a paragraph whose body follows · inline: a point inside a paragraph. */
export type HeadingMode = 'block' | 'run-in' | 'inline';
/** Which customary marker a heading carries. */
export type HeadingStyle = '一、' | '（一）' | '1.' | '（1）' | '①' | '第一部分' | '一是' | 'unnumbered';

/** A heading and all its content: `start`..`end` covers both, `heading` only the heading's own words, number included. */
export interface Section extends Span {
  readonly level: number;
  readonly style: HeadingStyle;
  readonly mode: HeadingMode;
  /** The number as written (一、 / （二） / 3.), or null. */
  readonly number: string | null;
  /** The value of the number, and the value expected at this place; they differ for repeated or skipped numbers. */
  readonly ordinal: number | null;
  readonly expectedOrdinal: number | null;
  /** The heading's words without number, markers and final punctuation. */
  readonly title: string;
  readonly heading: Span;
  /** What the section is about; more than one when a heading joins two parts (存在的不足和努力方向). */
  readonly roles: readonly PartId[];
  readonly children: readonly Section[];
}

export interface Found<T> extends Span {
  readonly value: T;
}

export interface ReportAuthor {
  readonly form: 'person' | 'unit' | 'unknown';
  readonly unit: string | null;
  readonly post: string | null;
  readonly name: string | null;
}

export interface RecognisedKind {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a reader sees at a glance: everything below is found in the text and carries its place. */
export interface ReportStructure {
  readonly title: Found<string> | null;
  readonly addressee: Found<string> | null;
  /** The words before the first heading, after title and addressee. */
  readonly opening: Span | null;
  readonly sections: readonly Section[];
  /**
   * Passages that play a part without a heading of their own, e.g. problems named in a closing paragraph. `sections`
   * and these together tell which parts are present.
   */
  readonly unheaded: readonly { readonly part: PartId; readonly span: Span }[];
  readonly closing: Span | null;
  /** The name or unit under the text, and the date of issue. */
  readonly signature: Found<string> | null;
  readonly issueDate: Found<string> | null;
  readonly attachments: readonly Span[];
  readonly kind: RecognisedKind | null;
  /** What the body calls itself (述职述廉述纪报告), when it does. */
  readonly bodyName: Found<string> | null;
  /** A year as written in the title or told by the text: "2023", or "2023-H1", "2023-Q2", "2023-05". */
  readonly period: string | null;
  readonly author: ReportAuthor;
}
