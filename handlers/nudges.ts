import { quietAfterPromise } from '../collection/nudging/plan-nudges.ts';
import { nudgeWords as say } from '../collection/replying/nudge-words.ts';
import type { CardAction } from '../core/chat-event.ts';
import { derivedId } from '../core/derived-id.ts';
import type { Collection } from '../core/records.ts';
import { clockText, dateText } from '../report/replying/deadline-line.ts';
import { toast } from './clicked-revision.ts';
import { clickedCollection } from './collections/clicked-collection.ts';
import type { Handled } from './index.ts';
import type { HandlerPorts } from './ports.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where a policy is gone that a collection names. */
const USUAL_COOL_DOWN = 120;

/** 稍后提醒: a day, or until the deadline where that is sooner. */
export const onSnooze = (event: CardAction, ports: HandlerPorts): Promise<Handled> =>
  putOff(event, ports, (collection, now) => {
    const deadline = new Date(collection.deadline);
    const tomorrow = new Date(now.getTime() + DAY);
    const until = deadline > now && deadline < tomorrow ? deadline : tomorrow;
    return { until, said: say.toastSnoozed(dateText(until, now, collection.timeZone)) };
  });

/** 我今天交. */
export const onPromise = (event: CardAction, ports: HandlerPorts): Promise<Handled> =>
  putOff(event, ports, (collection, now) => ({ until: quietAfterPromise(collection, now), said: say.toastToday }));

const putOff = async (
  event: CardAction,
  ports: HandlerPorts,
  pause: (collection: Collection, now: Date) => { readonly until: Date; readonly said: string },
): Promise<Handled> => {
  const now = ports.clock.now();
  const open = await nudgedAbout(event, ports);
  let answer: string | null = null;
  for (const collection of open) {
    const { until, said } = pause(collection, now);
    await ports.stores.nudgeWishes.pause(collection.id, event.operator.id, until.toISOString());
    answer ??= said;
  }
  return { answer: answer === null ? toast('info', say.toastClosed) : toast('good', answer) };
};

/** 私聊提醒我, and back: holds for every collection of the platform. */
export const onPrivately = async (event: CardAction, ports: HandlerPorts, on: boolean): Promise<Handled> => {
  await ports.stores.nudgeWishes.setPrivate(event.platform, event.operator.id, on);
  return { answer: toast('good', on ? say.toastPrivate : say.toastInChat) };
};

/** 立即催办 on the roster card. */
export const onNudgeNow = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const clicked = await clickedCollection(event, ports);
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
  const held = await nudgeNow(clicked.collection, ports);
  return { answer: held === null ? toast('good', say.toastNudging) : toast('info', held) };
};

/** Queues a nudge of these people, as far as they are missing then; each has a cool-down of his own. */
export const nudgeSome = async (
  collection: Collection,
  memberIds: readonly string[],
  ports: HandlerPorts,
): Promise<string | null> => {
  const { now, until } = coolDownOf(collection, ports);
  let held: string | null = null;
  const granted: string[] = [];
  for (const memberId of memberIds) {
    const blocked = await ports.stores.nudgeWishes.coolDown(`${collection.id} ${memberId}`, now, until);
    if (blocked === null) granted.push(memberId);
    else held = blocked;
  }
  if (granted.length > 0) await queueNudge(collection, now, ports, granted);
  return granted.length > 0 || held === null ? null : say.toastCoolDown(clockText(new Date(held), collection.timeZone));
};

/** Queues a nudge of everybody who is missing; a sentence when it is too soon after the last one. */
export const nudgeNow = async (collection: Collection, ports: HandlerPorts): Promise<string | null> => {
  const { now, until } = coolDownOf(collection, ports);
  const held = await ports.stores.nudgeWishes.coolDown(collection.id, now, until);
  if (held !== null) return say.toastCoolDown(clockText(new Date(held), collection.timeZone));
  await queueNudge(collection, now, ports);
  return null;
};

const coolDownOf = (collection: Collection, ports: HandlerPorts): { readonly now: string; readonly until: string } => {
  const now = ports.clock.now();
  const policy = ports.settings.reminderPolicies.find(({ id }) => id === collection.policy);
  const until = new Date(now.getTime() + (policy?.coolDown ?? USUAL_COOL_DOWN) * MINUTE);
  return { now: now.toISOString(), until: until.toISOString() };
};

const queueNudge = (
  { id: collectionId }: Collection,
  at: string,
  ports: HandlerPorts,
  memberIds?: string[],
): Promise<void> => {
  const occasion = [at.slice(0, 19).replace(/\D/gu, ''), ...(memberIds ?? []).map((id) => derivedId(id).slice(0, 8))];
  return ports.queue.add(
    'nudge-now',
    { collectionId, at, ...(memberIds === undefined ? {} : { memberIds }) },
    { id: `nudge-now_${collectionId}_${occasion.join('-').slice(0, 200)}` },
  );
};

/** The open collections a nudge named, as far as they are of this chat or of one the operator is in. */
const nudgedAbout = async (event: CardAction, ports: HandlerPorts): Promise<Collection[]> => {
  const ids = (event.value.collection ?? '').split(',').slice(0, 20);
  const found: Collection[] = [];
  for (const id of ids) {
    const collection = await ports.stores.collections.get(id);
    if (collection === null || collection.state !== 'open' || collection.platform !== event.platform) continue;
    if (collection.chatId === event.chatId || (await isMember(collection, event.operator.id, ports))) {
      found.push(collection);
    }
  }
  return found;
};

const isMember = async (collection: Collection, memberId: string, ports: HandlerPorts): Promise<boolean> =>
  (await ports.stores.chats.members(collection.platform, collection.chatId))?.some(({ id }) => id === memberId) ??
  false;
