import { asks } from '../collection/roster.ts';
import type { ChatEvent, FileRef, MemberRef } from '../core/chat-event.ts';
import type { Revision } from '../core/records.ts';
import { reportAddress } from '../core/reply-keys.ts';
import { receivedCard } from '../report/replying/progress-cards.ts';
import { quotedCollection } from './collections/quoted.ts';
import { openCollections } from './collections/start.ts';
import type { HandlerPorts } from './ports.ts';

/** Clicks on 重新检查 within this time are one. */
const RECHECK_WINDOW = 3000;

/**
 * Takes a file in as its author's next version: recorded, acknowledged, answered with a card that says so, and queued.
 * Doing it again for the same file changes nothing.
 */
export const submitFile = async (
  upload: {
    readonly event: Pick<ChatEvent, 'platform' | 'chatId' | 'at'>;
    readonly file: FileRef;
    readonly author: MemberRef;
    /** The message to answer under. */
    readonly replyTo: string;
    /** The message it was sent in answer to. */
    readonly parentId?: string | undefined;
  },
  ports: HandlerPorts,
): Promise<void> => {
  const { platform, chatId, at } = upload.event;
  const collectionId = await collectionAtOnce(upload, ports);
  const { revision } = await ports.stores.submissions.add({
    platform,
    chatId,
    collectionId,
    author: upload.author,
    file: upload.file,
    replyTo: upload.replyTo,
    receivedAt: at,
  });
  if (revision.state !== 'received') return;
  await greetUpload(revision, ports);
  await ports.queue.add(
    'check-report',
    { revisionId: revision.id, recheck: 0 },
    { id: `check-report_${revision.id}_0` },
  );
};

/** The collection whose message was answered, or the one that is open and asks the author; else the check will tell. */
const collectionAtOnce = async (
  { event, author, parentId }: Parameters<typeof submitFile>[0],
  ports: HandlerPorts,
): Promise<string | null> => {
  const open = await openCollections(event, ports);
  const [only, ...others] = open;
  const quoted =
    parentId === undefined || only === undefined ? null : await quotedCollection(event.platform, parentId, open, ports);
  if (quoted !== null || only === undefined || others.length > 0) return quoted;
  return asks(only, author.id) ? only.id : null;
};

/** A sign and a card at once; the job sends the card too if this fails, so trouble here stops nothing. */
const greetUpload = async (revision: Revision, ports: HandlerPorts): Promise<void> => {
  const answer = async (): Promise<void> => {
    const line = await ports.queue.line('check-report').catch(() => null);
    await ports.replier.once(reportAddress(revision), receivedCard(revision.file.name, line));
  };
  const outcomes = await Promise.allSettled([
    ports.platformOf(revision.platform).acknowledge(revision.replyTo),
    answer(),
  ]);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      ports.log.warn({ revisionId: revision.id, reason: String(outcome.reason) }, 'upload-greeting-failed');
    }
  }
};

/** Checks a file again; `at` is when it was asked for, so that requests within a window (milliseconds) are one job. */
export const queueRecheck = async (
  revisionId: string,
  at: string,
  ports: HandlerPorts,
  window = RECHECK_WINDOW,
): Promise<void> => {
  const recheck = Math.floor(Date.parse(at) / window);
  await ports.queue.add('check-report', { revisionId, recheck }, { id: `check-report_${revisionId}_${recheck}` });
};

/** The standing versions that came in with a message, or that a card of ours is about. */
export const revisionsOfMessage = async (
  platform: string,
  messageId: string,
  ports: HandlerPorts,
): Promise<Revision[]> => {
  const { submissions } = ports.stores;
  const one = await submissions.byMessage(platform, messageId);
  if (one === null) return [];
  if (one.file.messageId !== messageId) return one.state === 'withdrawn' ? [] : [one];
  const all = await submissions.ofMember(platform, one.chatId, one.author.id);
  return all.filter((revision) => revision.file.messageId === messageId);
};
