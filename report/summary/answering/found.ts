import type { Figure } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';
import type { ReportView, ViewedSection } from './report-view.ts';

export type Words = Span & { readonly text: string };

export type LookUp =
  | { readonly by: 'section'; readonly sections: readonly ViewedSection[] }
  | {
      readonly by: 'figure' | 'passage';
      readonly sections: readonly ViewedSection[];
      readonly lines: readonly Words[];
      readonly figures: readonly Figure[];
      /** A number was asked for and none stands there. */
      readonly withoutNumber?: boolean;
    };

/** What is quoted: figures with their sentences, or sentences. */
export type Passage = Exclude<LookUp, { by: 'section' }>;

/** The lowest section a place stands in. */
export const innermost = (view: ReportView, span: Span): ViewedSection | null =>
  view.all.findLast((section) => section.start <= span.start && span.end <= section.end) ?? null;

export const distinct = (sections: readonly (ViewedSection | null)[]): ViewedSection[] => [
  ...new Set(sections.filter((section) => section !== null)),
];
