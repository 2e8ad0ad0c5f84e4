import type { Finding } from '../core/finding.ts';
import type { PartCues, ReportKind } from '../core/report-kind.ts';
import type { TrigramTable } from '../core/trigram-table.ts';
import type { Wording } from '../core/wording.ts';
import { checkReport } from '../report/checking/check.ts';
import { plainDocument } from '../report/checking/plain-document.ts';
import { readStructure } from '../report/structure/read-structure.ts';

interface Config {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
  readonly wording: Wording;
  readonly trigrams?: TrigramTable | null;
}

/** The findings on a text, checked as the kind it seems to be. */
export const examineText = (text: string, config: Config): readonly Finding[] => {
  const document = plainDocument(text);
  const structure = readStructure(document, config);
  return checkReport(document, structure, {
    kind: config.kinds.find((kind) => kind.id === structure.kind?.id) ?? null,
    parts: config.parts,
    wording: config.wording,
    trigrams: config.trigrams ?? null,
    requirements: {},
    fileName: null,
    now: new Date(),
  }).findings;
};
