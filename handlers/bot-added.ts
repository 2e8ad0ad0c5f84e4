import { tell } from '../collection/replying/wording.ts';
import type { ChatEvent } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import type { Collection } from '../core/records.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { greetingCard } from '../report/replying/collection-cards.ts';
import { rememberMembers } from './collections/start.ts';
import type { HandlerPorts } from './ports.ts';

type BotAdded = Extract<ChatEvent, { type: 'bot-added' }>;
type BotRemoved = Extract<ChatEvent, { type: 'bot-removed' }>;

/** Who the history names for what the bot does of its own accord. */
const BOT = 'bot';
/** What was due longer ago is over, whoever comes back. */
const STILL_WANTED = 14 * 24 * 60 * 60 * 1000;

/** Says once how to hand in; what ended only because the bot was sent away goes on. */
export const onBotAdded = async (event: BotAdded, ports: HandlerPorts): Promise<void> => {
  const goingOn = await takenUp(event, ports);
  const key = eventReplyKey(event.platform, event.eventKey);
  const lines = goingOn.length === 0 ? [] : [tell.goesOn(goingOn.map(({ name }) => name))];
  await ports.replier.once({ platform: event.platform, key, to: { chatId: event.chatId } }, greetingCard(lines));
};

const takenUp = async (event: BotAdded, ports: HandlerPorts): Promise<Collection[]> => {
  const { collections } = ports.stores;
  const latest = ports.clock.now().getTime() - STILL_WANTED;
  const ended: Collection[] = [];
  for (const collection of await collections.ofChat(event.platform, event.chatId)) {
    if (Date.parse(collection.deadline) < latest) continue;
    const last = (await collections.history(collection.id)).findLast(
      ({ what }) => what === tell.historyBotLeft || what === tell.historyBotBack || what === tell.historyClosed,
    );
    // Taken up a moment ago by a process that died before it said so: told all the same.
    if (collection.state === 'open' ? last?.what === tell.historyBotBack : last?.what === tell.historyBotLeft) {
      ended.push(collection);
    }
  }
  if (ended.length === 0) return [];
  await rememberMembers(event, ports);
  return Promise.all(
    ended.map(({ id }) =>
      collections.change(id, BOT, (standing) =>
        standing.state === 'open' ? null : { collection: { ...standing, state: 'open' }, what: tell.historyBotBack },
      ),
    ),
  );
};

/** Nobody can be reminded in a chat the bot has left. News of it may be late: the bot may be back already. */
export const onBotRemoved = async (event: BotRemoved, ports: HandlerPorts): Promise<void> => {
  const open = (await ports.stores.collections.ofChat(event.platform, event.chatId)).filter(
    ({ state }) => state === 'open',
  );
  if (open.length === 0 || (await isInside(event, ports))) return;
  for (const { id } of open) {
    await ports.stores.collections.change(id, BOT, (standing) =>
      standing.state === 'closed' ? null : { collection: { ...standing, state: 'closed' }, what: tell.historyBotLeft },
    );
  }
};

/** Only who is in a chat is told its members. */
const isInside = async (event: BotRemoved, ports: HandlerPorts): Promise<boolean> => {
  try {
    await ports.platformOf(event.platform).members(event.chatId);
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    return false;
  }
};
