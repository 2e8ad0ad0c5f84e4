import type { ReplyAddress } from './ports/replier.ts';
import type { Revision } from './records.ts';

/**
 * Keys of the reply ledger. A key about a revision carries the revision's id, so that a bot message leads back to it;
 * #2 and so on are appended for the messages that follow when one can no longer be edited.
 */
export const reportReplyKey = (revisionId: string): string => `report_${revisionId}`;

export const fullListReplyKey = (revisionId: string, page: number): string => `full-list-${page}_${revisionId}`;

/** `digest` names what the copy says: the same copy is sent once. */
export const annotatedCopyReplyKey = (revisionId: string, digest: string): string =>
  `annotated-copy-${digest}_${revisionId}`;

export const annotatedNoteReplyKey = (revisionId: string, digest: string): string =>
  `annotated-note-${digest}_${revisionId}`;

/** A card to choose what is no problem; one for every time it is asked for. */
export const waiveReplyKey = (revisionId: string, eventKey: string): string => `waive_${revisionId}_${eventKey}`;

/** The answer to an event: the same event is answered once. */
export const eventReplyKey = (platform: string, eventKey: string): string => `event_${platform}_${eventKey}`;

/** Where the one card about a revision stands. */
export const reportAddress = (revision: Revision): ReplyAddress => ({
  platform: revision.platform,
  key: reportReplyKey(revision.id),
  to: { chatId: revision.chatId, replyTo: revision.replyTo },
});
