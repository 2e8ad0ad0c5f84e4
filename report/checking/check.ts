import type { Finding, MissingPart } from '../../core/finding.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import type { PartCues, ReportKind, Requirements } from '../../core/report-kind.ts';
import type { ReportStructure } from '../../core/report-structure.ts';
import type { TrigramTable } from '../../core/trigram-table.ts';
import type { WordLists } from '../../core/word-lists.ts';
import type { Wording } from '../../core/wording.ts';
import { merged } from './merging.ts';
import { missingParts } from './missing-parts.ts';
import { tempered } from './recognised-text.ts';
import { rules } from './registry.ts';
import type { Remark, Rule, RuleInput, StampedFinding } from './rule.ts';
import { TextIndex } from './text-index.ts';
import { withWordLists } from './word-lists.ts';

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
  /** Words the chat and the organisation allow, deny or go by. */
  readonly lists?: WordLists;
  /** Counts of three-character sequences; without them the statistical rule is silent. */
  readonly trigrams?: TrigramTable | null;
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingPart[];
  readonly parts: { readonly present: number; readonly required: number };
}

/** Runs every rule the kind switches on; findings come sorted by place, merged and with severities of the kind. */
export const checkReport = (
  document: ReportDocument,
  structure: ReportStructure,
  context: CheckContext,
): CheckOutcome => {
  const index = new TextIndex(document, context.wording);
  const input: RuleInput = { text: document.text, document, structure, context, index };
  const found = rules.filter((rule) => switchedOn(rule, context)).flatMap((rule) => findingsOf(rule, input));
  const findings = merged(found);
  const { lists } = context;
  return {
    findings: lists === undefined ? findings : withWordLists(findings, document.text, lists),
    ...missingParts(input),
  };
};

const switchedOn = ({ meta }: Rule, { kind, requirements }: CheckContext): boolean => {
  const setting = kind?.rules[meta.id];
  if (setting === 'off') return false;
  if (meta.asked !== undefined && setting === undefined && requirements[meta.asked] !== true) return false;
  if (meta.reportsOnly === true && kind === null) return false;
  return true;
};

const findingsOf = (rule: Rule, input: RuleInput): StampedFinding[] => {
  const findings: StampedFinding[] = [];
  for (const remark of rule.check(input)) {
    const finding = tempered(stamp(rule, remark, input), rule.meta.fragile, input.index);
    if (finding !== null) findings.push(finding);
  }
  return findings;
};

const stamp = ({ meta }: Rule, remark: Remark, { text, context }: RuleInput): StampedFinding => {
  const setting = context.kind?.rules[meta.id];
  return {
    rule: meta.id,
    severity: setting === undefined || setting === 'off' ? (remark.severity ?? meta.severity) : setting,
    message: remark.message,
    excerpt: excerptOf(text, remark.start, remark.end),
    start: remark.start,
    end: remark.end,
    suggestion: remark.suggestion ?? null,
    basis: remark.basis ?? meta.basis,
    ...(remark.also === undefined || remark.also.length === 0 ? {} : { also: [...remark.also] }),
    family: meta.family,
  };
};

/** At most 80 code units, never half a character. */
const excerptOf = (text: string, start: number, end: number): string => {
  const cut = text.slice(start, Math.min(end, start + 80));
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
};
