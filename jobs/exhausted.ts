import type { Replier } from '../core/ports/replier.ts';
import type { SubmissionStore } from '../core/ports/stores.ts';
import { annotatedNoteReplyKey, reportReplyKey } from '../core/reply-keys.ts';
import { noAnnotatedCopyCard } from '../report/replying/annotated-copy-cards.ts';
import { failureCard } from '../report/replying/progress-cards.ts';
import type { EndedJob } from './worker.ts';

/** Tells who waits for a check or an annotated copy when its job ended without anybody saying so. */
export const createExhaustedAnswer =
  ({ submissions, replier }: { readonly submissions: SubmissionStore; readonly replier: Replier }) =>
  async (job: EndedJob): Promise<void> => {
    if (job.name !== 'check-report' && job.name !== 'annotate-report') return;
    if (!('revisionId' in job.payload)) return;
    const revision = await submissions.get(job.payload.revisionId);
    if (revision === null || revision.state === 'withdrawn') return;
    const { id, platform, chatId, replyTo, file } = revision;
    const to = { chatId, replyTo };
    if (job.name === 'check-report') {
      await replier.show({ platform, key: reportReplyKey(id), to }, failureCard(id, file.name));
      await submissions.saveFailure(id);
    } else {
      await replier.once({ platform, key: annotatedNoteReplyKey(id, 'failed'), to }, noAnnotatedCopyCard(file.name));
    }
  };
