import { AppError } from '../../core/errors.ts';
import type { Revision } from '../../core/records.ts';
import { reportAddress } from '../../core/reply-keys.ts';
import { withdrawnCard } from '../../report/replying/progress-cards.ts';
import type { HandlerPorts } from '../ports.ts';

/** Takes a version back; its card stays and says so. */
export const withdrawRevision = async (revision: Revision, ports: HandlerPorts): Promise<void> => {
  await ports.stores.submissions.withdraw(revision.id);
  const address = reportAddress(revision);
  if ((await ports.stores.replies.find(address.key)) === null) return;
  try {
    await ports.replier.show(address, withdrawnCard(revision.file.name));
  } catch (error) {
    // The card may have gone with the message it answered.
    if (!(error instanceof AppError) || error.retryable) throw error;
  }
};
