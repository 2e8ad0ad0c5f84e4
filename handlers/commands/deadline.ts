import { readDatePhrase } from '../../collection/dates/date-phrase.ts';
import { dateQuestionCard } from '../../collection/replying/collection-card.ts';
import { tell } from '../../collection/replying/wording.ts';
import { draftIdOf } from '../../core/derived-id.ts';
import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { deadlineLine } from '../../report/replying/deadline-line.ts';
import { say } from '../../report/replying/wording.ts';
import { changeDeadline, deadlineSet } from '../collections/change.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { openCollections, rememberMembers, startCollection, TIME_ZONE } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command, CommandCall } from './command.ts';
import { usage } from './usages.ts';

/** Changes the deadline of the collection meant, shows deadlines, or starts the chat's first collection with one. */
export const deadline: Command = {
  meta: {
    name: '截止',
    aliases: ['截止时间', '截止日期', '设置截止', '延期', '延期到', '什么时候交'],
    usage: usage.deadline,
    takes: 'words',
    own: /^(?:时间|日期)?(?:到|在|于|是|定在|改[到成为]|延[到长]到?)*(?:什么时候|啥时候|何时|哪[天日]|几[月号点]|多久|多长时间|几月几[日号])(?:呀|呢|啊|来着|截止|结束)?$|^[\d\s:.年月日号点时分上下午中晚周星期礼拜一二三四五六天末底前之以今明后本个工作班节假季度初旬半到至改为成推迟提]+(?:可以|行|好)[吗不]?$/u,
  },
  run: async (call, ports) => {
    const { event } = call;
    if (event.chatType === 'p2p') return noteCard('info', say.deadlineTitle, [say.deadlineGroupOnly]);
    const open = await openCollections(event, ports);
    if (open.length === 0) return first(call, ports);
    const asksOnly = !namesDate(withoutNames(call.argument, open), ports);
    if (asksOnly && call.collectionId === undefined) return show(open, ports);
    return onMeant(call, deadline.meta.name, ports, (collection, rest) => change(call, collection, rest, ports));
  },
};

const change = async (
  { event }: CommandCall,
  collection: Collection,
  words: string,
  ports: HandlerPorts,
): Promise<Reply> => {
  const spoken = words.replace(/(?:20)?\d{2}年度/gu, ' ');
  const phrase = readDatePhrase(spoken, ports.clock.now(), collection.timeZone, ports.settings.calendar);
  if (!phrase.ok) return noteCard('warn', say.deadlineRefusedTitle, [phrase.reason]);
  if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
    return noteCard('warn', say.deadlineRefusedTitle, [say.deadlineNotAllowed]);
  }
  if (phrase.question !== null) {
    return dateQuestionCard(
      {
        ...phrase.question,
        timeZone: collection.timeZone,
        heading: collection.name,
        value: { collection: collection.id },
      },
      ports.clock.now(),
    );
  }
  const changed = await changeDeadline(collection, phrase.instant, event.sender.id, ports);
  return deadlineSet(changed, phrase.assumed, ports);
};

/** The chat's first deadline starts a collection of whatever comes from whoever is there. */
const first = async ({ event, argument }: CommandCall, ports: HandlerPorts): Promise<Reply> => {
  const now = ports.clock.now();
  const phrase = readDatePhrase(argument, now, TIME_ZONE, ports.settings.calendar);
  if (!phrase.ok && phrase.code === 'none' && !/\d/u.test(argument)) {
    return noteCard('info', say.deadlineTitle, [say.deadlineNone]);
  }
  if (!phrase.ok) return noteCard('warn', say.deadlineRefusedTitle, [phrase.reason]);
  const draft: CollectionDraft = {
    id: draftIdOf.event(event.platform, event.eventKey),
    platform: event.platform,
    chatId: event.chatId,
    name: say.collectionName,
    requirements: {},
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline: null,
    timeZone: TIME_ZONE,
    source: 'command',
    remarks: [...phrase.assumed],
    by: event.sender.id,
    state: 'open',
  };
  if (phrase.question !== null) {
    await ports.stores.drafts.add(draft);
    const asked = { ...phrase.question, timeZone: TIME_ZONE, heading: draft.name, value: { draft: draft.id } };
    return dateQuestionCard(asked, now);
  }
  const started = await startCollection(
    { ...draft, deadline: phrase.instant.toISOString() },
    { id: event.sender.id, at: event.at },
    ports,
  );
  await rememberMembers(started, ports);
  return deadlineSet(started, phrase.assumed, ports);
};

/** Also a date that is past or impossible is one. */
const namesDate = (words: string, ports: HandlerPorts): boolean => {
  const phrase = readDatePhrase(words, ports.clock.now(), TIME_ZONE, ports.settings.calendar);
  return phrase.ok || phrase.code !== 'none' || /\d/u.test(words);
};

const withoutNames = (words: string, collections: readonly Collection[]): string =>
  collections.reduce((left, { name }) => left.replaceAll(name.normalize('NFKC'), ' '), words.normalize('NFKC'));

const show = (open: readonly Collection[], ports: HandlerPorts): Reply => {
  const now = ports.clock.now();
  const line = ({ deadline: at, timeZone }: Collection) =>
    deadlineLine({ deadline: at, timeZone, handedIn: null }, now);
  return noteCard(
    'info',
    say.deadlineTitle,
    open.length === 1
      ? open.map(line)
      : open.map((collection) => [{ bold: `${tell.heard(collection.name)}　` }, ...line(collection)]),
  );
};
