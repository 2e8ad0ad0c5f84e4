import { returnedCard, returnFormCard } from '../../collection/replying/return-cards.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import type { Collection, Revision } from '../../core/records.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { clickedRevision, toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { queueRecheck } from '../submit.ts';
import { showInPlace } from './in-place.ts';
import { mayOrganise } from './organisers.ts';
import { namedMember } from './start.ts';

const MAX_REASON = 200;

/** 退回 on the result card asks for a reason; the form sends the version back. Organisers only. */
export const onReturnClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  const collection = revision.collectionId === null ? null : await ports.stores.collections.get(revision.collectionId);
  if (collection === null) return { answer: toast('warn', tell.toastGone) };
  if (!(await mayOrganise(event, event.operator.id, collection, ports))) {
    return { answer: toast('warn', tell.toastNotAllowed) };
  }
  if (await hasNewer(revision, ports)) return { answer: toast('warn', tell.toastStale) };
  if (event.action === 'report-return') {
    const key = eventReplyKey(event.platform, event.eventKey);
    const to = { chatId: event.chatId, replyTo: revision.replyTo };
    return {
      answer: toast('info', tell.toastForm),
      work: async () => {
        const author = await namedMember(event, revision.author, ports);
        await ports.replier.once({ platform: event.platform, key, to }, returnFormCard({ ...revision, author }));
      },
    };
  }
  const given = event.form.reason;
  const reason = (typeof given === 'string' ? given.trim() : '').slice(0, MAX_REASON);
  if (reason === '') return { answer: toast('warn', tell.needReason) };
  return {
    answer: toast('good', tell.toastReturned),
    work: async () => {
      await sendBack({ revision, collection, reason, by: event.operator.id, at: event.at }, ports);
      const author = await namedMember(event, revision.author, ports);
      const done = noteCard('info', tell.returnTitle(author.name ?? say.nameless, revision.number), [
        tell.returnedReason(reason),
      ]);
      await showInPlace(event, done, ports);
    },
  };
};

/** Holds until a newer version comes: the override names this one. */
export const sendBack = async (
  given: {
    readonly revision: Revision;
    readonly collection: Collection;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  },
  ports: HandlerPorts,
): Promise<void> => {
  const { revision, collection, reason, by, at } = given;
  const member = await namedMember(collection, revision.author, ports);
  await ports.stores.overrides.set(
    { collectionId: collection.id, member, kind: 'returned', reason, revisionId: revision.id, by, at },
    tell.historyReturned(member.name ?? say.nameless, revision.number, reason),
  );
  if (revision.final) await ports.stores.submissions.setFinal(revision.id, false);
  const to = { chatId: revision.chatId, replyTo: revision.replyTo };
  const key = `returned_${revision.id}_${at}`;
  await ports.replier.once({ platform: revision.platform, key, to }, returnedCard(revision, reason));
  await queueRecheck(revision.id, at, ports, 1);
};

/** A file that cannot be read takes nothing from the version before it. */
const hasNewer = async (revision: Revision, ports: HandlerPorts): Promise<boolean> => {
  const all = await ports.stores.submissions.ofMember(revision.platform, revision.chatId, revision.author.id);
  const newer = all.slice(
    0,
    all.findIndex(({ id }) => id === revision.id),
  );
  return newer.some(
    ({ collectionId, state }) =>
      collectionId === revision.collectionId && (state === 'received' || state === 'checked'),
  );
};
