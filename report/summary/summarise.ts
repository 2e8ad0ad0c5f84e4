import type { Finding } from '../../core/finding.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import type { ReportSummary } from '../../core/report-result.ts';
import type { ReportStructure } from '../../core/report-structure.ts';

/** A digest whose every figure and name stands in the text. `findings` tell which figures are blank or doubtful. */
export const summarise = (
  _document: ReportDocument,
  _structure: ReportStructure,
  _findings: readonly Finding[],
  _boilerplate: readonly string[] = [],
): ReportSummary => ({ gist: '', sections: [] });
