import type { Finding } from '../core/finding.ts';
import type { ReportDocument } from '../core/report-document.ts';
import type { ReadingLimits } from '../report/reading/limits.ts';

/** Parent to child, once. */
export interface AnnotateRequest {
  /** The file itself when it is a .docx; null for other formats. */
  readonly docx: Uint8Array | null;
  /** The file as read: what a fresh .docx is made from. */
  readonly document: ReportDocument;
  readonly findings: readonly Finding[];
  /** ISO instant the comments are dated. */
  readonly now: string;
  readonly limits: ReadingLimits;
}

export interface AnnotatedFile {
  /** A .docx. */
  readonly bytes: Uint8Array;
  /** Findings that carry a comment, and those whose place allows none or that were too many. */
  readonly commented: number;
  readonly left: number;
  /** own: the uploaded file with comments in it · fresh: a new one with its text. */
  readonly made: 'own' | 'fresh';
}

/** Child to parent. */
export type AnnotatingChildMessage =
  | { readonly type: 'annotated'; readonly file: AnnotatedFile }
  | { readonly type: 'failed'; readonly reason: string };
