const REPORT = 'report_';

/** The ledger key of the card that answers a revision. */
export const reportReplyKey = (revisionId: string): string => `${REPORT}${revisionId}`;

/** The revision a ledger key belongs to, or null for other replies; #2 and so on name later cards about it. */
export const revisionOfReplyKey = (key: string): string | null =>
  key.startsWith(REPORT) ? (key.slice(REPORT.length).split('#')[0] ?? null) : null;

/** The ledger key of the answer to an event: the same event is answered once. */
export const eventReplyKey = (platform: string, eventKey: string): string => `event_${platform}_${eventKey}`;
