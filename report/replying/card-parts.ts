import type { Inline, LeafBlock, Reply, ReplyAction, ReplyInput } from '../../core/reply.ts';
import { replySchema } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import { type Alike, findingWords } from './finding-words.ts';
import { createPlaces } from './place.ts';
import { quoteOf } from './quote.ts';
import { say } from './wording.ts';

/** A finished reply: what builders write with its defaults filled in. */
export const reply = (input: ReplyInput): Reply => replySchema.parse(input);

export type ListItem = Extract<LeafBlock, { kind: 'list' }>['items'][number];

/** Writes a finding as a line: where, the words, and below them what is wrong, what to do and, if wanted, by what rule. */
export const findingWriter = (
  result: ReportResult,
  text: string,
  options: { readonly basis: boolean },
): ((finding: Alike) => ListItem) => {
  const place = createPlaces({ text, outline: result.outline, title: result.title });
  return (finding) => {
    const quote = quoteOf(text, finding);
    const line: Inline[] = [{ faint: place(finding.start) }];
    if (quote !== null) line.push(' ', { quote });
    if (finding.also !== undefined && finding.also.length > 0) line.push(say.alsoAt(finding.also.length + 1));
    const { alike = [] } = finding;
    if (alike.length > 0) {
      const elsewhere = new Set(alike.map(({ start }) => place(start)));
      elsewhere.delete(place(finding.start));
      line.push(say.alikeAt(alike.length + 1, [...elsewhere]));
    }
    const { message, from, to } = findingWords(finding, quote);
    const detail: Inline[] = message === '' ? [] : [message];
    if (to !== null) {
      if (message !== '') detail.push(' ');
      if (from !== null) detail.push(`${from} `);
      detail.push({ bold: say.changeTo(to) });
    }
    if (options.basis && finding.basis !== null) detail.push(` 〔${finding.basis}〕`);
    return { text: line, detail };
  };
};

export const recheckButton = (revisionId: string): ReplyAction => ({
  id: 'recheck',
  label: say.recheck,
  style: 'default',
  value: { revision: revisionId },
});

export const annotatedCopyButton = (revisionId: string): ReplyAction => ({
  id: 'annotated-copy',
  label: say.annotatedCopy,
  style: 'primary',
  value: { revision: revisionId },
});

export const waiveButton = (revisionId: string): ReplyAction => ({
  id: 'waive-open',
  label: say.waive,
  style: 'default',
  value: { revision: revisionId },
});

export const fullListButton = (revisionId: string): ReplyAction => ({
  id: 'full-list',
  label: say.fullList,
  style: 'default',
  value: { revision: revisionId },
});

/** 标记为终稿, or taking the mark back: the author's. */
export const finalButton = (revisionId: string, final: boolean): ReplyAction => ({
  id: final ? 'report-unfinal' : 'report-final',
  label: final ? say.unmarkFinal : say.markFinal,
  style: 'default',
  value: { revision: revisionId },
});

/** 退回: the organisers'. */
export const returnButton = (revisionId: string): ReplyAction => ({
  id: 'report-return',
  label: say.sendBack,
  style: 'default',
  value: { revision: revisionId },
});
