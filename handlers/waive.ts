import type { CardAction } from '../core/chat-event.ts';
import type { ReplyAddress } from '../core/ports/replier.ts';
import type { Revision } from '../core/records.ts';
import { waiveReplyKey } from '../core/reply-keys.ts';
import { waivable, waiveCard } from '../report/replying/waive-card.ts';
import { say } from '../report/replying/wording.ts';
import { clickedRevision, toast } from './clicked-revision.ts';
import { mayOrganiseChat } from './collections/organisers.ts';
import type { Handled } from './index.ts';
import type { HandlerPorts } from './ports.ts';
import { queueRecheck } from './submit.ts';

export type WaiveAction = 'waive-open' | 'waive-page' | 'waive' | 'unwaive';

/**
 * 这不是问题…: the author or an organiser chooses findings that are none and missing parts that are not needed. They are
 * remembered for the author, by the words or by the kind that asks for the part, and the version is examined again without
 * them. Choosing the same again changes nothing.
 */
export const onWaiveAction = async (action: WaiveAction, event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  const allowed = event.operator.id === revision.author.id || (await mayOrganiseChat(event, event.operator.id, ports));
  if (!allowed) return { answer: toast('warn', say.toastWaiveNotYours) };
  switch (action) {
    case 'waive-open':
      return { answer: toast('info', say.toastWaive), work: () => showCard(event, revision, ports) };
    case 'waive-page':
      return { work: () => showCard(event, revision, ports) };
    case 'waive':
    case 'unwaive':
      return change(action, event, revision, ports);
  }
};

const change = async (
  action: 'waive' | 'unwaive',
  event: CardAction,
  revision: Revision,
  ports: HandlerPorts,
): Promise<Handled> => {
  const chosen = new Set([event.form.findings ?? []].flat());
  if (chosen.size === 0) return { answer: toast('warn', say.toastWaiveNone) };
  const { waivers, submissions } = ports.stores;
  const stored = await submissions.result(revision.id);
  if (stored === null) return { answer: toast('warn', say.toastGone) };
  const whose = { platform: revision.platform, chatId: revision.chatId, memberId: revision.author.id };
  const known = await waivers.of(whose.platform, whose.chatId, whose.memberId);
  const { open, waived } = waivable(stored.result, stored.text, known);
  const groups = [...open, ...waived].filter((group) => chosen.has(group.key));
  const told = action === 'waive' ? say.toastWaived(groups.length) : say.toastUnwaived(groups.length);
  return {
    answer: toast('good', told),
    work: async () => {
      for (const { rule, phrase } of groups) {
        await (action === 'waive' ? waivers.add : waivers.remove)({ ...whose, rule, phrase });
      }
      ports.log.info({ revisionId: revision.id, by: event.operator.id, count: groups.length }, `findings-${action}d`);
      // What was set aside and taken back within seconds are two changes: both must be checked.
      await queueRecheck(revision.id, event.at, ports, 1);
      await showCard(event, revision, ports);
    },
  };
};

/** A new card for a click on the result card; a click on the card itself brings that one up to date. */
const showCard = async (event: CardAction, revision: Revision, ports: HandlerPorts): Promise<void> => {
  const stored = await ports.stores.submissions.result(revision.id);
  if (stored === null) return;
  const { platform, chatId } = revision;
  const card = waiveCard({
    revisionId: revision.id,
    fileName: revision.file.name,
    ...stored,
    waivers: await ports.stores.waivers.of(platform, chatId, revision.author.id),
    page: Math.max(0, Math.trunc(Number(event.value.page)) || 0),
  });
  const own = event.action === 'waive-open' ? null : await ports.stores.replies.keyOf(platform, event.messageId);
  const key = own ?? waiveReplyKey(revision.id, event.eventKey);
  const address: ReplyAddress = { platform, key, to: { chatId, replyTo: revision.replyTo } };
  await ports.replier.show(address, card);
};
