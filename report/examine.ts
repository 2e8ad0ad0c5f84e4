import type { ReportDocument } from '../core/report-document.ts';
import type { PartCues, ReportKind, Requirements } from '../core/report-kind.ts';
import type { OutlineEntry, ReportResult } from '../core/report-result.ts';
import type { Section } from '../core/report-structure.ts';
import type { TrigramTable } from '../core/trigram-table.ts';
import type { WordLists } from '../core/word-lists.ts';
import type { Wording } from '../core/wording.ts';
import { checkReport } from './checking/check.ts';
import { readStructure } from './structure/read-structure.ts';
import { summarise } from './summary/summarise.ts';

/** Everything under config/ that examining a report needs, loaded and validated at start. */
export interface ReportConfig {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
  readonly wording: Wording;
  /** For the statistical rule, which is silent without it. */
  readonly trigrams?: TrigramTable | null;
}

export interface ExamineOptions {
  /** Check as this kind, whatever the text seems to be. */
  readonly kindId?: string;
  readonly requirements?: Requirements;
  readonly fileName?: string;
  /** Words the chat and the organisation allow, deny or go by. */
  readonly lists?: WordLists;
  readonly now: Date;
}

/** A document's whole result: structure, findings, missing parts and summary. Pure. */
export const examine = (document: ReportDocument, config: ReportConfig, options: ExamineOptions): ReportResult => {
  const structure = readStructure(document, config);
  const kindId = options.kindId ?? structure.kind?.id ?? options.requirements?.kind;
  const kind = config.kinds.find((candidate) => candidate.id === kindId) ?? null;
  const outcome = checkReport(document, structure, {
    kind,
    parts: config.parts,
    wording: config.wording,
    trigrams: config.trigrams ?? null,
    requirements: options.requirements ?? {},
    fileName: options.fileName ?? null,
    now: options.now,
    ...(options.lists === undefined ? {} : { lists: options.lists }),
  });
  return {
    format: document.format,
    kind:
      kind === null
        ? null
        : { id: kind.id, name: kind.name, confidence: structure.kind?.id === kind.id ? structure.kind.confidence : 1 },
    title: structure.title?.value ?? null,
    author: structure.author.form === 'unknown' ? null : { ...structure.author },
    period: structure.period,
    characters: document.text.replace(/\s/gu, '').length,
    pages: document.pages,
    parts: outcome.parts,
    outline: structure.sections.flatMap(outlineOf),
    summary: summarise(document, structure, outcome.findings, config.wording.boilerplate),
    missing: [...outcome.missing],
    findings: [...outcome.findings],
  };
};

const outlineOf = (section: Section): OutlineEntry[] => [
  {
    level: section.level,
    number: section.number,
    title: section.title,
    mode: section.mode,
    roles: [...section.roles],
    start: section.start,
    end: section.end,
  },
  ...section.children.flatMap(outlineOf),
];
