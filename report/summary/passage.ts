import type { SummarySection } from '../../core/report-result.ts';
import type { PartId, Section } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';

export type Point = SummarySection['points'][number];

/** What one digest is made of: a section of the outline, an unheaded part, or the words before the first heading. */
export interface Passage extends Span {
  readonly number: string | null;
  readonly title: string;
  readonly roles: readonly PartId[];
  /** Where the running words begin, behind the heading. */
  readonly bodyStart: number;
  readonly children: readonly Section[];
}

/** Sections with all that stand below them, in order. */
export const flatten = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flatten(section.children)]);
