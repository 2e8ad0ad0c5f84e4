import type { Finding, Severity } from '../../core/finding.ts';
import { overlaps, type Span } from '../../core/span.ts';
import type { StampedFinding } from './rule.ts';

const rank: Record<Severity, number> = { must: 0, should: 1, hint: 2 };

/**
 * Sorted by place. Of findings of one family that overlap, the strongest stays; of equals, the one with a fix. Of
 * one rule's findings that lie in one another, the longest stays.
 */
export const merged = (findings: readonly StampedFinding[]): Finding[] => {
  const kept: StampedFinding[] = [];
  for (const finding of [...findings].sort(byPlace)) {
    const rival = lastOverlapping(kept, finding);
    if (rival < 0) kept.push(finding);
    else if (stronger(finding, kept[rival] as StampedFinding)) kept[rival] = finding;
  }
  return kept.sort(byPlace).map(({ family: _, ...finding }) => finding);
};

/** Findings are sorted, and families speak of short spans: looking a little way back is enough. */
const lookBack = 24;

const lastOverlapping = (kept: readonly StampedFinding[], finding: StampedFinding): number => {
  for (let at = kept.length - 1; at >= Math.max(0, kept.length - lookBack); at -= 1) {
    const other = kept[at] as StampedFinding;
    if (!overlaps(other, finding)) continue;
    const within = other.rule === finding.rule && (covers(other, finding) || covers(finding, other));
    if (within && (finding.family !== undefined || finding.message === other.message)) return at;
    if (finding.family !== undefined && other.family === finding.family && other.rule !== finding.rule) return at;
  }
  return -1;
};

const covers = (a: Span, b: Span): boolean => a.start <= b.start && b.end <= a.end;

const stronger = (a: Finding, b: Finding): boolean => {
  if (a.severity !== b.severity) return rank[a.severity] < rank[b.severity];
  if (a.rule === b.rule) return a.end - a.start > b.end - b.start;
  return a.suggestion !== null && b.suggestion === null;
};

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || rank[a.severity] - rank[b.severity] || a.end - b.end || (a.rule < b.rule ? -1 : 1);
