import type { Finding, Severity } from '../../core/finding.ts';
import type { Reply, ReplyBlock } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import { findingWriter, reply } from './card-parts.ts';
import { say } from './wording.ts';

const PER_MESSAGE = 25;
const ORDER: readonly Severity[] = ['must', 'should', 'hint'];

/** What is missing and every finding, worst first, in as many messages as the platforms' limits ask for; at least one. */
export const fullList = (input: {
  readonly fileName: string;
  readonly result: ReportResult;
  readonly text: string;
}): Reply[] => {
  const sorted = ORDER.flatMap((severity) => input.result.findings.filter((found) => found.severity === severity));
  const pages = Math.max(1, Math.ceil(sorted.length / PER_MESSAGE));
  const write = findingWriter(input.result, input.text, { basis: true });
  return Array.from({ length: pages }, (_, page) => {
    const findings = sorted.slice(page * PER_MESSAGE, (page + 1) * PER_MESSAGE);
    const blocks = [...(page === 0 ? missingList(input.result.missing) : []), ...lists(findings, write)];
    return reply({
      tone: 'info',
      title: say.fullListTitle(input.fileName, page + 1, pages),
      blocks: blocks.length === 0 ? [{ kind: 'text', text: [say.fullListEmpty] }] : blocks,
    });
  });
};

const missingList = (missing: ReportResult['missing']): ReplyBlock[] => {
  if (missing.length === 0) return [];
  const sorted = ORDER.flatMap((severity) => missing.filter((part) => part.severity === severity));
  return [
    {
      kind: 'list',
      heading: say.missing(missing.length),
      tone: sorted[0]?.severity === 'must' ? 'bad' : 'warn',
      numbered: false,
      items: sorted.map(({ name, severity, why }) => ({
        text: [{ faint: say.severityOfPart[severity] }, { bold: name }],
        ...(why === '' ? {} : { detail: [why] }),
      })),
    },
  ];
};

const lists = (findings: readonly Finding[], write: ReturnType<typeof findingWriter>): ReplyBlock[] =>
  ORDER.flatMap((severity): ReplyBlock[] => {
    const some = findings.filter((finding) => finding.severity === severity);
    if (some.length === 0) return [];
    return [
      {
        kind: 'list',
        heading: say.listed(say.severity[severity], some.length),
        tone: severity === 'must' ? 'bad' : severity === 'should' ? 'warn' : 'plain',
        numbered: true,
        items: some.map(write),
      },
    ];
  });
