import type { ReadOutcome } from '../core/report-document.ts';
import type { ConversionOutcome, ConvertibleExtension } from '../report/reading/conversion.ts';
import type { ReadingLimits } from '../report/reading/limits.ts';

/** Parent to child: the file, then answers to `convert`. */
export type ParentMessage =
  | {
      readonly type: 'read';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly limits: ReadingLimits;
    }
  | { readonly type: 'converted'; readonly outcome: ConversionOutcome };

/** Child to parent. `convert` asks for the file itself as .docx; `recognising` says that pages go to text recognition. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'convert'; readonly extension: ConvertibleExtension }
  | { readonly type: 'recognising' }
  | { readonly type: 'outcome'; readonly outcome: ReadOutcome };
