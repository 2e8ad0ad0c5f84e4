import { memberNames } from '../../collection/replying/description.ts';
import { excuseFormCard } from '../../collection/replying/excuse-form.ts';
import { namesText, tell } from '../../collection/replying/wording.ts';
import { audienceOf } from '../../collection/roster.ts';
import type { CardAction, MemberRef } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { clickedCollection } from './clicked-collection.ts';
import { postAfterClick, showInPlace } from './in-place.ts';

export type Excuse = 'exempt' | 'leave';

interface Decision {
  readonly collection: Collection;
  readonly people: readonly MemberRef[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const MAX_REASON = 100;

/** 免交 or 请假 for those who are asked; the answer says who it is. */
export const excuse = async (kind: Excuse, decision: Decision, ports: HandlerPorts): Promise<Reply> => {
  const { collection, by, at } = decision;
  const reason = decision.reason.slice(0, MAX_REASON);
  const people = await named(decision.people, collection, ports);
  const asked = audienceOf(people, collection.audience);
  if (asked.length === 0) return noteCard('info', tell.whoTitle, [tell.notAsked(join(people))]);
  const history = kind === 'exempt' ? tell.historyExempt : tell.historyLeave;
  const other = kind === 'exempt' ? 'leave' : 'exempt';
  for (const member of asked) {
    const what = history(join([member]), reason);
    const which = { collectionId: collection.id, memberId: member.id, kind: other } as const;
    await ports.stores.overrides.clear(which, by, what);
    await ports.stores.overrides.set(
      { collectionId: collection.id, member, kind, reason, revisionId: null, by, at },
      what,
    );
  }
  const title = kind === 'exempt' ? tell.exemptTitle : tell.leaveTitle;
  return noteCard('good', title(join(asked)), [
    tell.excusedBody(collection.name, reason),
    kind === 'exempt' ? tell.exemptBack : tell.leaveBack,
  ]);
};

/** Asks again who was let off, by a decision or when the collection began. */
export const askAgain = async (decision: Omit<Decision, 'reason'>, ports: HandlerPorts): Promise<Reply> => {
  const { collection, by } = decision;
  const people = await named(decision.people, collection, ports);
  const restored: MemberRef[] = [];
  for (const member of people) {
    const which = { collectionId: collection.id, memberId: member.id };
    const what = tell.historyUnexempt(join([member]));
    const exempted = await ports.stores.overrides.clear({ ...which, kind: 'exempt' }, by, what);
    const onLeave = await ports.stores.overrides.clear({ ...which, kind: 'leave' }, by, what);
    if (exempted || onLeave || collection.audience.exempt.some(({ id }) => id === member.id)) restored.push(member);
  }
  if (restored.length === 0) return noteCard('info', tell.whoTitle, [tell.notExempt(join(people))]);
  await restoreAudience(collection, restored, by, ports);
  return noteCard('good', tell.unexemptTitle(join(restored)), [tell.unexemptBody(collection.name)]);
};

/** 免交… on the roster card: a form; its submission decides. Organisers only. */
export const onExcuseClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const clicked = await clickedCollection(event, ports);
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
  const { collection } = clicked;
  if (event.action === 'collection-excuse') {
    return {
      answer: toast('info', tell.toastForm),
      work: () => postAfterClick(event, excuseFormCard(collection), ports),
    };
  }
  const { people: given, reason: words, decision: chosen } = event.form;
  const people = (typeof given === 'string' ? [given] : (given ?? [])).map((id) => ({ id }));
  if (people.length === 0) return { answer: toast('warn', tell.needSomebody) };
  const reason = typeof words === 'string' ? words.trim() : '';
  const decision = { collection, people, reason, by: event.operator.id, at: event.at };
  const reply =
    chosen === 'ask-again'
      ? await askAgain(decision, ports)
      : await excuse(chosen === 'leave' ? 'leave' : 'exempt', decision, ports);
  return { answer: toast('good', tell.toastSaved), work: () => showInPlace(event, reply, ports) };
};

/** Those who were left out when the collection began. */
const restoreAudience = async (
  collection: Collection,
  people: readonly MemberRef[],
  by: string,
  ports: HandlerPorts,
): Promise<void> => {
  const wanted = new Set(people.map(({ id }) => id));
  await ports.stores.collections.change(collection.id, by, (standing) => {
    const back = people.filter((one) => standing.audience.exempt.some(({ id }) => id === one.id));
    if (back.length === 0) return null;
    const exempt = standing.audience.exempt.filter(({ id }) => !wanted.has(id));
    const changed = { ...standing, audience: { ...standing.audience, exempt } };
    return { collection: changed, what: tell.historyUnexempt(join(back)) };
  });
};

const named = async (
  people: readonly MemberRef[],
  collection: Collection,
  ports: HandlerPorts,
): Promise<MemberRef[]> => {
  const members = await ports.stores.chats.members(collection.platform, collection.chatId);
  return people.map((one) => members?.find(({ id }) => id === one.id) ?? one);
};

const join = (people: readonly MemberRef[]): string => namesText(memberNames(people, null));
