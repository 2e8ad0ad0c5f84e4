import type { PartCues, ReportKind, Requirements } from '../../core/report-kind.ts';
import type { PartId } from '../../core/report-structure.ts';
import type { Field } from './field.ts';
import { type LayoutWish, readFormats, readLayout, readNaming } from './files.ts';
import { readKind, readParts, readYear } from './kind-and-parts.ts';
import { type LengthDemand, readLength, readProblemShare } from './length-and-share.ts';

/** Everything a text asks of a report, each with its place; null where it does not say. */
export interface RequirementFields {
  readonly kind: Field<string> | null;
  readonly year: Field<number> | null;
  readonly length: Field<LengthDemand> | null;
  readonly problemShare: Field<number> | null;
  readonly parts: Field<readonly PartId[]> | null;
  readonly formats: Field<readonly string[]> | null;
  readonly fileName: Field<string> | null;
  readonly layout: Field<readonly LayoutWish[]> | null;
}

export interface RequirementWords {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
  /** For 本年度 and 今年. */
  readonly presentYear: number;
}

export const readRequirements = (text: string, words: RequirementWords): RequirementFields => ({
  kind: readKind(text, words.kinds, 0.8),
  year: readYear(text, words.presentYear),
  length: readLength(text),
  problemShare: readProblemShare(text),
  parts: readParts(text, words.parts),
  formats: readFormats(text),
  fileName: readNaming(text),
  layout: readLayout(text),
});

/** As a collection keeps them. */
export const requirementsOf = (fields: RequirementFields): Requirements => ({
  ...(fields.kind === null ? {} : { kind: fields.kind.value }),
  ...(fields.year === null ? {} : { year: fields.year.value }),
  ...(fields.length?.value.min == null ? {} : { minCharacters: fields.length.value.min }),
  ...(fields.length?.value.max == null ? {} : { maxCharacters: fields.length.value.max }),
  ...(fields.problemShare === null ? {} : { problemShare: fields.problemShare.value }),
  ...(fields.parts === null ? {} : { parts: [...fields.parts.value] }),
  ...(fields.formats === null ? {} : { formats: [...fields.formats.value] }),
  ...(fields.fileName === null ? {} : { fileName: fields.fileName.value }),
  ...(fields.layout === null ? {} : { layout: true }),
});
