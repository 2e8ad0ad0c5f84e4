import type { Finding, Severity } from '../../core/finding.ts';

const names: Record<Severity, string> = { must: '必须改', should: '建议改', hint: '提示' };

/** A finding as the paragraphs of one Word comment. */
export const commentLines = (finding: Finding): string[] => {
  const lines = [`【${names[finding.severity]}】${finding.message}`];
  if (finding.suggestion === '') lines.push('建议：删去');
  else if (finding.suggestion !== null) lines.push(`建议：${finding.suggestion}`);
  if (finding.also && finding.also.length > 0) lines.push(`文中另有 ${finding.also.length} 处相同`);
  if (finding.basis !== null) lines.push(`依据：${finding.basis}`);
  return lines;
};

/** Who the comments are by. */
export const commentAuthor = { name: '催稿', initials: '催' } as const;

/** Word accepts no more usefully: the gravest come first. */
export const maxComments = 500;

const rank: Record<Severity, number> = { must: 0, should: 1, hint: 2 };

/** The findings to comment on, in the order of the text. */
export const chosenFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity] || a.start - b.start)
    .slice(0, maxComments)
    .sort((a, b) => a.start - b.start || a.end - b.end);
