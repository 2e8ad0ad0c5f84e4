import type { RosterReader } from '../collection/roster.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { OfficeHours } from '../core/office-hours.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier, ReplyAddress } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import { reportAddress } from '../core/reply-keys.ts';
import type { ReadOutcome } from '../core/report-document.ts';
import { wordListsOf } from '../core/word-lists.ts';
import { examine, type ReportConfig } from '../report/examine.ts';
import { checkingCard, failureCard, receivedCard, withdrawnCard } from '../report/replying/progress-cards.ts';
import { say } from '../report/replying/wording.ts';
import { createNoticeIntake, type NoticeIntakePorts } from './notice-intake.ts';
import type { Processor } from './processor.ts';
import { type Checked, createReportAnswer, type Refusal, withoutWaived } from './report-answer.ts';
import { collectionOfUpload } from './upload-collection.ts';

/** Reads an untrusted file within time and memory limits. */
export type ReadDocument = (bytes: Uint8Array, fileName: string) => Promise<ReadOutcome>;

export interface CheckReportPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly replier: Replier;
  readonly readDocument: ReadDocument;
  readonly readRoster: RosterReader;
  readonly config: ReportConfig & { readonly officeHours: OfficeHours };
  readonly mayOrganise: NoticeIntakePorts['mayOrganise'];
  readonly clock: Clock;
  readonly log: Log;
  readonly maxFileBytes: number;
}

const DOWNLOAD_TIMEOUT = 60_000;

/**
 * Download → read → examine → store → answer. Every step can be done twice: the file is stored under the revision's id,
 * results replace each other, and the answer is one card that is edited from 已收到 to the result.
 */
export const createCheckReport = (ports: CheckReportPorts): Processor<'check-report'> => {
  const { stores, replier, log } = ports;
  const noticeIntake = createNoticeIntake(ports);
  const answerTo = createReportAnswer(ports);

  return async ({ revisionId }, attempt) => {
    const revision = await stores.submissions.get(revisionId);
    if (revision === null || revision.state === 'withdrawn') return;
    try {
      await speak(revision, async (address) => {
        await replier.once(address, receivedCard(revision.file.name));
        await replier.show(address, checkingCard(revision.file.name));
      });
      const checked = await check(revision);
      const answer = await answerTo(checked);
      await speak(revision, async (address) => {
        await replier.show(address, answer);
        if ((await stores.submissions.get(revision.id))?.state === 'withdrawn') {
          await replier.show(address, withdrawnCard(revision.file.name));
        }
      });
      log.info({ revisionId, ok: checked.ok }, 'report-answered');
    } catch (error) {
      if (attempt.last || (error instanceof AppError && !error.retryable)) await giveUp(revision);
      throw error;
    }
  };

  /**
   * A report is checked also where nobody can be told: a group that is muted, a bot that was sent away. Where only the
   * message that asked for the check was taken back, the answer stands under the file.
   */
  async function speak(revision: Revision, words: (address: ReplyAddress) => Promise<void>): Promise<void> {
    const address = reportAddress(revision);
    try {
      await words(address);
    } catch (error) {
      if (!isGone(error)) throw error;
      const { messageId } = revision.file;
      if (error.code === 'target-gone' && revision.replyTo !== messageId) {
        return speak({ ...revision, replyTo: messageId }, words);
      }
      log.warn({ revisionId: revision.id, code: error.code }, 'report-answer-undeliverable');
    }
  }

  /** Told first: a version that nobody was told about stays on its way and is taken up again. */
  async function giveUp(revision: Revision): Promise<void> {
    await speak(revision, (address) => replier.show(address, failureCard(revision.id, revision.file.name)));
    await stores.submissions.saveFailure(revision.id);
  }

  async function check(received: Revision): Promise<Checked> {
    const bytes = await bytesOf(received);
    const outcome = bytes instanceof Uint8Array ? await ports.readDocument(bytes, received.file.name) : bytes;
    if (!('document' in outcome)) {
      const known = received.state === 'checked' ? await stores.submissions.result(received.id) : null;
      // The same file was read before: that it cannot be had now takes nothing from what it was found to be.
      if (known !== null) return { ok: true, revision: received, ...known };
      const refusal = { code: outcome.code, message: outcome.message };
      await stores.submissions.saveRefusal(received.id, refusal);
      return { ok: false, revision: received, refusal };
    }
    const { document } = outcome;
    const { text } = document;
    const options = {
      now: ports.clock.now(),
      fileName: received.file.name,
      lists: wordListsOf(await stores.wordLists.of(received.platform, received.chatId)),
    };
    const unasked = once(() => examine(document, ports.config, options));
    const card = await noticeIntake(received, text, () => unasked().kind !== null);
    if (card !== null) {
      const revision = await stores.submissions.saveResult(received.id, unasked(), text);
      return { ok: 'notice', revision, card };
    }
    const found = await collectionOfUpload(received, unasked, { stores, kinds: ports.config.kinds });
    if ('ask' in found) {
      // It counts for none of them until somebody has said.
      const unclear = { code: 'collection-unclear', message: say.collectionUnclear } as const;
      if (received.state !== 'checked') await stores.submissions.saveRefusal(received.id, unclear);
      return { ok: 'ask', revision: received, choices: found.ask };
    }
    const { revision, collection } = found;
    const examined = examine(document, ports.config, {
      ...options,
      ...(collection === null ? {} : { requirements: collection.requirements }),
    });
    const result = await withoutWaived(stores, revision, examined, text);
    return { ok: true, revision: await stores.submissions.saveResult(revision.id, result, text), result, text };
  }

  /** The upload as we keep it, else as the platform has it; a refusal when it gives none. */
  async function bytesOf(revision: Revision): Promise<Uint8Array | Refusal> {
    const key = uploadKey(revision.id);
    const kept = await stores.files.get(key);
    if (kept !== null) return kept;
    try {
      const bytes = await ports
        .platformOf(revision.platform)
        .download(revision.file, { maxBytes: ports.maxFileBytes, timeoutMs: DOWNLOAD_TIMEOUT });
      await stores.files.put(key, bytes);
      return bytes;
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      if (error.code === 'too-large') return { code: 'too-large', message: error.message };
      if (error.code === 'download-refused' || error.code === 'not-allowed') {
        return { code: 'download-refused', message: error.message };
      }
      // Anything else is no matter of this file: wrong settings, a quota that is used up.
      if (error.code !== 'target-gone') throw error;
      return { code: 'download-refused', message: say.downloadRefused };
    }
  }
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Where the upload of a revision is kept in the file store. */
export const uploadKey = (revisionId: string): string => `uploads/${revisionId}`;

/** Nobody can be answered there any more: not a failure of the check. */
const isGone = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code === 'target-gone' || error.code === 'not-allowed');
