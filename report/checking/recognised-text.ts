import type { RuleMeta, StampedFinding } from './rule.ts';
import type { TextIndex } from './text-index.ts';

/**
 * Text taken from a PDF, an OFD or a picture has spaces, borders and sometimes characters that nobody wrote. Findings
 * that rest on those are dropped or become hints there.
 */
export const tempered = (
  finding: StampedFinding,
  fragile: RuleMeta['fragile'],
  index: TextIndex,
): StampedFinding | null => {
  if (fragile === undefined) return finding;
  const block = index.blockAt(finding.start);
  if (block === undefined) return finding;
  const guessed = block.source === 'ocr' || block.confidence < 1;
  if (fragile === 'spacing') return guessed || block.source === 'pdf' ? null : finding;
  return guessed ? { ...finding, severity: 'hint' } : finding;
};
