import type { ReadOutcome } from '../core/report-document.ts';
import type { ReadingLimits } from '../report/reading/limits.ts';

/** Parent to child, once. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ReadingLimits;
}

/** Child to parent. */
export type ChildMessage = { readonly type: 'ready' } | { readonly type: 'outcome'; readonly outcome: ReadOutcome };
