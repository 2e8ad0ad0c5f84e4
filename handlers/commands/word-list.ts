import type { MemberRef, MessageReceived } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { wordListCard } from '../../report/replying/word-list-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { mayOrganiseChat } from '../collections/organisers.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';
import { readWordListOrder, type WordListOrder } from './word-list-order.ts';

const TIME_ZONE = 'Asia/Shanghai';
const MOST_WORDS = 500;

export const wordList: Command = {
  meta: {
    name: '词表',
    aliases: ['词库'],
    usage: usage.wordList,
    takes: 'words',
    own: /^(?:全单位|不要?提|允许|放行|白名单|禁用|不许用|不要用|黑名单|本单位|单位名称|删除|去掉|移除|取消)|^(?:里|中|上)?(?:面)?(?:都|现在)?(?:有|是)(?:哪些|什么|几个|多少)(?:词语?)?$/u,
  },
  run: async ({ event }, ports) => {
    // As written: a command's argument has its brackets and commas made half-width, a report has not.
    const order = readWordListOrder(event.text.replace(/^[\s\S]*?词[表库]/u, ''));
    if (order.do === 'show') return show(event, ports);
    if (order.do === 'nothing') return refuse([say.wordListRefused[order.why], say.wordListHow]);
    const allowed = await mayChange(event, order.everywhere, ports);
    if (!allowed) return refuse([order.everywhere ? say.wordListNotEverywhere(event.sender.id) : say.wordListNotYours]);
    return order.do === 'put' ? put(event, order, ports) : remove(event, order, ports);
  },
};

const refuse = (lines: readonly string[]): Reply => noteCard('warn', say.wordListUnchanged, lines);

/** Talks of two have no organisers; for the organisation only those may who organise everywhere. */
const mayChange = async (event: MessageReceived, everywhere: boolean, ports: HandlerPorts): Promise<boolean> => {
  if (everywhere) return ports.settings.organiserIds.has(event.sender.id);
  return event.chatType === 'p2p' || mayOrganiseChat(event, event.sender.id, ports);
};

const put = async (
  event: MessageReceived,
  order: Extract<WordListOrder, { do: 'put' }>,
  ports: HandlerPorts,
): Promise<Reply> => {
  const { platform, sender } = event;
  const chatId = order.everywhere ? '' : event.chatId;
  const known = (await ports.stores.wordLists.of(platform, event.chatId)).filter((entry) => entry.chatId === chatId);
  const added = order.words.filter((word) => !known.some((entry) => entry.word === word));
  if (known.length + added.length > MOST_WORDS) return refuse([say.wordListFull(MOST_WORDS)]);
  const what = say.wordListPut(order.everywhere, say.wordListName[order.list], order.words, order.suggestion);
  const entries = order.words.map((word) => ({
    platform,
    chatId,
    list: order.list,
    word,
    suggestion: order.suggestion,
  }));
  await ports.stores.wordLists.put(entries, sender.id, what);
  return noteCard('good', say.wordListChanged, [what, say.wordListEffect[order.list], say.wordListFromNowOn]);
};

const remove = async (
  event: MessageReceived,
  order: Extract<WordListOrder, { do: 'remove' }>,
  ports: HandlerPorts,
): Promise<Reply> => {
  const chatId = order.everywhere ? '' : event.chatId;
  const what = say.wordListRemove(order.everywhere, order.words);
  const gone = await ports.stores.wordLists.remove(event.platform, chatId, order.words, event.sender.id, what);
  if (gone.length === 0) return refuse([say.wordListNotThere]);
  return noteCard('good', say.wordListChanged, [say.wordListRemove(order.everywhere, gone), say.wordListFromNowOn]);
};

const show = async (event: MessageReceived, ports: HandlerPorts): Promise<Reply> => {
  const { platform, chatId } = event;
  const entries = await ports.stores.wordLists.of(platform, chatId);
  const history = await ports.stores.wordLists.history(platform, chatId);
  const members = history.length === 0 ? [] : await membersOf(event, ports);
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? say.nameless;
  return wordListCard({
    entries,
    history: history.map((change) => ({ ...change, by: nameOf(change.by) })),
    timeZone: TIME_ZONE,
    now: ports.clock.now(),
  });
};

const membersOf = async ({ platform, chatId }: MessageReceived, ports: HandlerPorts): Promise<readonly MemberRef[]> => {
  const known = await ports.stores.chats.members(platform, chatId);
  if (known !== null) return known;
  try {
    return await ports.platformOf(platform).members(chatId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId, code: error.code }, 'members-unavailable');
    return [];
  }
};
