import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import { annotatedCopyReplyKey, annotatedNoteReplyKey } from '../core/reply-keys.ts';
import type { ReportDocument } from '../core/report-document.ts';
import type { ReportResult } from '../core/report-result.ts';
import { annotatedName, findingsDigest } from '../report/annotating/copy-name.ts';
import { plainDocument } from '../report/checking/plain-document.ts';
import { annotatedCopyCard, noAnnotatedCopyCard } from '../report/replying/annotated-copy-cards.ts';
import { type ReadDocument, uploadKey } from './check-report.ts';
import type { Annotate } from './isolated-annotator.ts';
import type { Processor } from './processor.ts';

export interface AnnotateReportPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly replier: Replier;
  readonly readDocument: ReadDocument;
  readonly annotate: Annotate;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Upload + stored findings → a .docx with comments, sent as a file under the upload with a line that says how many.
 * The same findings of a revision are sent once, however often they are asked for.
 */
export const createAnnotateReport = (ports: AnnotateReportPorts): Processor<'annotate-report'> => {
  const { stores, replier, log } = ports;

  return async ({ revisionId }, attempt) => {
    const revision = await stores.submissions.get(revisionId);
    const stored = await stores.submissions.result(revisionId);
    if (revision === null || stored === null || revision.state === 'withdrawn') return;
    const digest = findingsDigest(stored.result.findings);
    const to = { chatId: revision.chatId, replyTo: revision.replyTo };
    const note = { platform: revision.platform, key: annotatedNoteReplyKey(revisionId, digest), to };
    const refuse = () => replier.once(note, noAnnotatedCopyCard(revision.file.name));
    try {
      const bytes = await stores.files.get(uploadKey(revisionId));
      const copy = bytes === null ? null : await ports.annotate(await requestOf(revision, stored, bytes));
      if (copy === null) {
        log.warn({ revisionId, kept: bytes !== null }, 'report-not-annotated');
        await refuse();
        return;
      }
      await sendOnce(revision, annotatedCopyReplyKey(revisionId, digest), copy.bytes);
      await replier.once(note, annotatedCopyCard(copy));
      log.info({ revisionId, commented: copy.commented, left: copy.left, made: copy.made }, 'report-annotated');
    } catch (error) {
      if (error instanceof AppError && (error.code === 'target-gone' || error.code === 'not-allowed')) {
        log.warn({ revisionId, code: error.code }, 'annotated-copy-undeliverable');
        return;
      }
      if (attempt.last || (error instanceof AppError && !error.retryable)) await refuse();
      throw error;
    }
  };

  /** Comments go by offsets: a file that reads otherwise than when it was checked gets them on the text as stored. */
  async function requestOf(
    revision: Revision,
    { result, text }: { readonly result: ReportResult; readonly text: string },
    bytes: Uint8Array,
  ) {
    const document = await sameDocument(revision, result, text, bytes);
    return {
      docx: result.format === 'docx' && document !== null ? bytes : null,
      document: document ?? plainDocument(text),
      findings: result.findings,
      now: ports.clock.now().toISOString(),
    };
  }

  /** Pages and pictures are not recognised a second time. */
  async function sameDocument(
    revision: Revision,
    result: ReportResult,
    text: string,
    bytes: Uint8Array,
  ): Promise<ReportDocument | null> {
    if (result.format === 'pdf' || result.format === 'image') return null;
    const outcome = await ports.readDocument(bytes, revision.file.name);
    return outcome.ok && outcome.document.text === text ? outcome.document : null;
  }

  async function sendOnce(revision: Revision, key: string, bytes: Uint8Array): Promise<void> {
    if ((await stores.replies.find(key)) !== null) return;
    const { platform, chatId, replyTo } = revision;
    const file = { name: annotatedName(revision.file.name), bytes };
    const { messageId } = await ports.platformOf(platform).sendFile({ chatId, replyTo }, file, key);
    await stores.replies.record(key, { platform, chatId, messageId });
  }
};
