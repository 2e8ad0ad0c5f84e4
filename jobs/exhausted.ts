import type { Replier } from '../core/ports/replier.ts';
import type { SubmissionStore } from '../core/ports/stores.ts';
import { reportReplyKey } from '../core/reply-keys.ts';
import { failureCard } from '../report/replying/progress-cards.ts';
import type { EndedJob } from './worker.ts';

/** Tells the sender of a report when its check ended without anybody saying so. */
export const createExhaustedAnswer =
  ({ submissions, replier }: { readonly submissions: SubmissionStore; readonly replier: Replier }) =>
  async (job: EndedJob): Promise<void> => {
    if (job.name !== 'check-report' || !('revisionId' in job.payload)) return;
    const revision = await submissions.get(job.payload.revisionId);
    if (revision === null || revision.state === 'withdrawn') return;
    await replier.show(
      {
        platform: revision.platform,
        key: reportReplyKey(revision.id),
        to: { chatId: revision.chatId, replyTo: revision.replyTo },
      },
      failureCard(revision.id, revision.file.name),
    );
  };
