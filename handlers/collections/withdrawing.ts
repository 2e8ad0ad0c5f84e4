import { tell } from '../../collection/replying/wording.ts';
import { AppError } from '../../core/errors.ts';
import type { Revision } from '../../core/records.ts';
import { reportAddress } from '../../core/reply-keys.ts';
import { withdrawnCard } from '../../report/replying/progress-cards.ts';
import { say } from '../../report/replying/wording.ts';
import type { HandlerPorts } from '../ports.ts';
import { namedMember } from './start.ts';

/** Takes a version back; its card stays and says so. */
export const withdrawRevision = async (revision: Revision, ports: HandlerPorts): Promise<void> => {
  await ports.stores.submissions.withdraw(revision.id);
  const counted = revision.state === 'checked' || revision.state === 'received';
  if (revision.collectionId !== null && counted) {
    const author = await namedMember(revision, revision.author, ports);
    const what = tell.historyWithdrawn(author.name ?? say.nameless, revision.number);
    await ports.stores.collections.note(revision.collectionId, author.id, what);
  }
  const address = reportAddress(revision);
  if ((await ports.stores.replies.find(address.key)) === null) return;
  try {
    await ports.replier.show(address, withdrawnCard(revision.file.name));
  } catch (error) {
    // The card may have gone with the message it answered.
    if (!(error instanceof AppError) || error.retryable) throw error;
  }
};
