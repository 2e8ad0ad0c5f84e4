import type { ReportResult } from '../../core/report-result.ts';

/** What became of the previous version's must-mend points, missing parts among them. */
export interface VersionComparison {
  readonly before: number;
  readonly mended: number;
  readonly left: number;
  readonly added: number;
  /** The very same words: perhaps the wrong file. */
  readonly sameText?: boolean;
}

/** Points are the same when the same rule quotes the same words, or the same part is missing. */
export const compareVersions = (before: ReportResult, after: ReportResult): VersionComparison => {
  const [old, current] = [mustPoints(before), mustPoints(after)];
  const remaining = new Map<string, number>();
  for (const point of old) remaining.set(point, (remaining.get(point) ?? 0) + 1);
  let left = 0;
  for (const point of current) {
    const count = remaining.get(point) ?? 0;
    if (count === 0) continue;
    remaining.set(point, count - 1);
    left += 1;
  }
  return { before: old.length, mended: old.length - left, left, added: current.length - left };
};

/** Two uploads are versions of one report when they are of the same kind and period. */
export const sameReport = (before: ReportResult, after: ReportResult): boolean =>
  before.kind !== null && before.kind.id === after.kind?.id && before.period === after.period;

const mustPoints = (result: ReportResult): string[] => [
  ...result.missing.filter((part) => part.severity === 'must').map((part) => `part ${part.part} ${part.name}`),
  ...result.findings
    .filter((finding) => finding.severity === 'must')
    .map((finding) => `${finding.rule} ${finding.excerpt.replace(/\s/gu, '')}`),
];
