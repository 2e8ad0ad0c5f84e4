import type { JobName, JobPayload } from '../core/job-catalog.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import { reportReplyKey } from '../core/reply-keys.ts';
import { failureCard } from '../report/replying/progress-cards.ts';

export interface GiveUpPorts {
  readonly stores: Stores;
  readonly replier: Replier;
}

/** Tells who waits for an answer that none will come by itself: the card says so and offers another check. */
export const createGiveUp =
  ({ stores, replier }: GiveUpPorts) =>
  async (job: { readonly name: JobName; readonly payload: JobPayload<JobName> }): Promise<void> => {
    if (job.name !== 'check-report' || !('revisionId' in job.payload)) return;
    const revision = await stores.submissions.get(job.payload.revisionId);
    if (revision === null || revision.state === 'withdrawn') return;
    await replier.show(reportAddress(revision), failureCard(revision.id, revision.file.name));
  };

/** Where the one card about a revision stands. */
export const reportAddress = (revision: Revision) => ({
  platform: revision.platform,
  key: reportReplyKey(revision.id),
  to: { chatId: revision.chatId, replyTo: revision.replyTo },
});
