import type { Finding, Severity } from '../../core/finding.ts';
import type { BlockStyle, ReportDocument } from '../../core/report-document.ts';
import type { Requirements } from '../../core/report-kind.ts';
import type { ReportStructure } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import type { CheckContext } from './check.ts';
import type { TextIndex } from './text-index.ts';

/** What a rule sees: the report as read, its structure, what is asked of it, and structures shared by all rules. */
export interface RuleInput {
  readonly text: string;
  readonly document: ReportDocument;
  readonly structure: ReportStructure;
  readonly context: CheckContext;
  readonly index: TextIndex;
}

/** What a rule says; the engine adds id, excerpt, basis and, where the rule is silent, the severity. */
export interface Remark extends Span {
  /** Chinese: what was found and what is expected. */
  readonly message: string;
  readonly suggestion?: string | null;
  readonly severity?: Severity;
  readonly basis?: string;
  /** Further places of the same thing. */
  readonly also?: readonly Span[];
}

/** A text with the setting it is checked in; `found` are the excerpts expected, in order of place. */
export interface Example {
  readonly text: string;
  /** Kind id; without it the kind is recognised, and 年度工作总结 stands in when it is not. */
  readonly kind?: string;
  readonly requirements?: Requirements;
  readonly fileName?: string;
  /** The look of all paragraphs, and of the page; makes the example a .docx. */
  readonly style?: BlockStyle;
  readonly page?: NonNullable<ReportDocument['layout']>;
}

export interface RuleMeta {
  readonly id: string;
  /** Chinese name of what the rule finds. */
  readonly title: string;
  readonly basis: string | null;
  readonly severity: Severity;
  /** Findings of one family that overlap say the same thing: the strongest stays. */
  readonly family?: 'wording' | 'mask' | 'punctuation' | 'figure' | 'structure';
  /**
   * How the rule fares on text that was recognised rather than written: `spacing` is silent on PDF, OFD and OCR text,
   * `characters` becomes a hint where characters may have been misread.
   */
  readonly fragile?: 'spacing' | 'characters';
  /** Only for texts that are a report of some kind. */
  readonly reportsOnly?: boolean;
  /** Only when the collection asks for it by this requirement, or the kind gives the rule a severity. */
  readonly asked?: 'layout';
  readonly examples: {
    readonly good: readonly (string | Example)[];
    readonly bad: readonly (Example & { readonly found: readonly string[] })[];
  };
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly check: (input: RuleInput) => Iterable<Remark>;
}

export type StampedFinding = Finding & { readonly family: RuleMeta['family'] };
