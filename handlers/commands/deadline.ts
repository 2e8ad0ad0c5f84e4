import { createHash } from 'node:crypto';
import { DEFAULT_HOUR, readDeadline } from '../../collection/deadline-phrase.ts';
import { currentCollection } from '../../collection/roster.ts';
import type { MessageReceived } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { dateText, deadlineLine } from '../../report/replying/deadline-line.ts';
import { say } from '../../report/replying/wording.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

const TIME_ZONE = 'Asia/Shanghai';
const DAY = 24 * 60 * 60 * 1000;

export const deadline: Command = {
  meta: { name: '截止', aliases: ['截止时间', '截止日期', '设置截止', '什么时候交'], usage: usage.deadline },
  run: async ({ event, argument }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', say.deadlineTitle, [say.deadlineGroupOnly]);
    const collection = currentCollection(await ports.stores.collections.ofChat(event.platform, event.chatId));
    const now = ports.clock.now();
    const timeZone = collection?.timeZone ?? TIME_ZONE;
    const phrase = readDeadline(argument, now, timeZone);
    if (!phrase.ok && phrase.code === 'none' && !/\d/u.test(argument)) return show(collection, now);
    if (!phrase.ok) return noteCard('warn', say.deadlineRefusedTitle, [phrase.message]);
    if (collection !== null && !(await mayChange(event, collection, ports))) {
      return noteCard('warn', say.deadlineRefusedTitle, [say.deadlineNotAllowed]);
    }
    await save(event, collection, phrase.at, timeZone, ports);
    await rememberMembers(event, ports);
    const soon = phrase.at.getTime() - now.getTime() <= DAY;
    return noteCard('good', say.deadlineSetTitle, [
      deadlineLine({ deadline: phrase.at.toISOString(), timeZone, handedIn: null }, now),
      ...(phrase.assumedTime ? [say.deadlineAssumed(`${DEFAULT_HOUR}:00`)] : []),
      soon ? say.deadlineSoon : say.deadlineSet,
    ]);
  },
};

const show = (collection: Collection | null, now: Date): Reply =>
  noteCard('info', say.deadlineTitle, [
    collection === null
      ? say.deadlineNone
      : deadlineLine({ deadline: collection.deadline, timeZone: collection.timeZone, handedIn: null }, now),
  ]);

const mayChange = async (event: MessageReceived, collection: Collection, ports: HandlerPorts): Promise<boolean> => {
  if (collection.organisers.includes(event.sender.id)) return true;
  const { ownerId, adminIds } = await ports.platformOf(event.platform).chatInfo(event.chatId);
  return ownerId === event.sender.id || adminIds.includes(event.sender.id);
};

const save = async (
  event: MessageReceived,
  collection: Collection | null,
  at: Date,
  timeZone: string,
  ports: HandlerPorts,
): Promise<void> => {
  const { collections } = ports.stores;
  if (collection !== null) {
    const what = `截止时间改为 ${dateText(at, ports.clock.now(), timeZone)}`;
    await collections.update({ ...collection, deadline: at.toISOString() }, event.sender.id, what);
    return;
  }
  const created: Collection = {
    id: createHash('sha256').update(`${event.platform} ${event.eventKey}`).digest('hex').slice(0, 32),
    platform: event.platform,
    chatId: event.chatId,
    name: say.collectionName,
    requirements: {},
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline: at.toISOString(),
    timeZone,
    policy: 'default',
    organisers: [event.sender.id],
    state: 'open',
    createdBy: event.sender.id,
    createdAt: event.at,
  };
  await collections.create(created, event.sender.id);
};

/** Later cards tell how many of how many have handed in; without the names of members they simply leave it out. */
const rememberMembers = async (event: MessageReceived, ports: HandlerPorts): Promise<void> => {
  try {
    const members = await ports.platformOf(event.platform).members(event.chatId);
    await ports.stores.chats.replaceMembers(event.platform, event.chatId, members);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId: event.chatId, code: error.code }, 'members-unavailable');
  }
};
