import { collectionIdOf, draftIdOf } from '../../core/derived-id.ts';
import type { Collection } from '../../core/records.ts';
import type { HandlerPorts } from '../ports.ts';

/**
 * The collection that a quoted message is about: the words, the form or the notice that started it, a card about it, or
 * a version that was handed in for it. Null for any other message.
 */
export const quotedCollection = async (
  platform: string,
  messageId: string,
  open: readonly Collection[],
  ports: HandlerPorts,
): Promise<string | null> => {
  const revision = await ports.stores.submissions.byMessage(platform, messageId);
  const key = await ports.stores.replies.keyOf(platform, messageId);
  const asked = key?.startsWith(`event_${platform}_`) ? key.slice(`event_${platform}_`.length) : messageId;
  const ids = new Set([
    revision?.collectionId,
    ...(revision === null ? [] : [collectionIdOf(draftIdOf.upload(revision.id))]),
    collectionIdOf(draftIdOf.event(platform, messageId)),
    collectionIdOf(draftIdOf.event(platform, asked)),
    collectionIdOf(draftIdOf.form(platform, messageId)),
  ]);
  return open.find(({ id }) => ids.has(id) || key?.includes(id))?.id ?? null;
};
