import type { ReportResult } from '../../core/report-result.ts';

/** What one file came to; `text` is what the offsets of `result` count in. */
export type CheckedFile =
  | { readonly file: string; readonly result: ReportResult; readonly text: string }
  | { readonly file: string; readonly error: { readonly code: string; readonly message: string } };

/** One way of answering: a piece for each file as it is ready, and what closes the whole. */
export interface Output {
  readonly file: (checked: CheckedFile) => string;
  readonly end: () => string;
}
