import { type CollectionComparison, type ComparedReport, compareReports } from '../../collection/compare-reports.ts';
import { comparisonXlsx } from '../../collection/comparison-xlsx.ts';
import { comparisonCard } from '../../collection/replying/comparison-card.ts';
import { tellOfAll } from '../../collection/replying/comparison-wording.ts';
import { askedWords } from '../../core/asked-words.ts';
import type { MemberRef, MessageReceived } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import type { ReplyAddress } from '../../core/ports/replier.ts';
import type { Collection, Revision } from '../../core/records.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import { sayOfAnswers } from '../../report/replying/answer-wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { meantOf } from '../collections/meant.ts';
import { mayOrganiseChat } from '../collections/organisers.ts';
import { openCollections } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import { membersOf } from './members.ts';

/** A question about everybody's reports, for organisers: a card, and for the whole a spreadsheet too. */
export const answerAboutAll = async (event: MessageReceived, ports: HandlerPorts): Promise<void> => {
  const address = {
    platform: event.platform,
    key: eventReplyKey(event.platform, event.eventKey),
    to: { chatId: event.chatId, replyTo: event.messageId },
  };
  const refuse = (line: string) => ports.replier.once(address, noteCard('info', sayOfAnswers.allRefusedTitle, [line]));
  if (event.chatType === 'p2p') return refuse(sayOfAnswers.allInGroup);
  if (!(await mayOrganiseChat(event, event.sender.id, ports))) return refuse(sayOfAnswers.allForOrganisers);
  const words = askedWords(event);
  const collection = await collectionOf(words, event, ports);
  const { reports, pending } = await reportsOf(collection, event, ports);
  if (reports.length === 0) return refuse(tellOfAll.none);
  const comparison = compareReports(reports);
  const about = /问题|不足|短板|差距/u.test(words) ? 'problems' : 'all';
  const name = collection?.name ?? null;
  await ports.replier.once(address, comparisonCard({ collection: name, comparison, pending, about, asked: words }));
  if (about === 'all') await sendSheet(address, tellOfAll.fileName(name), comparison, ports);
};

/** The file follows its card; sent again after a restart it is the same message. */
const sendSheet = async (
  card: ReplyAddress,
  name: string,
  comparison: CollectionComparison,
  ports: HandlerPorts,
): Promise<void> => {
  const { platform, to } = card;
  const key = `${card.key}_sheet`;
  if ((await ports.stores.replies.find(key)) !== null) return;
  try {
    const file = { name, bytes: await comparisonXlsx(comparison) };
    const { messageId } = await ports.platformOf(platform).sendFile(to, file, key);
    await ports.stores.replies.record(key, { platform, chatId: to.chatId, messageId });
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    ports.log.warn({ chatId: to.chatId, code: error.code }, 'comparison-sheet-undeliverable');
  }
};

/** The collection the words name, else the one that is due first; null: there is none, all of the chat's reports. */
const collectionOf = async (words: string, event: MessageReceived, ports: HandlerPorts): Promise<Collection | null> => {
  const open = await openCollections(event, ports);
  if (open.length === 0) return null;
  const meant = meantOf(words, open, ports);
  return 'collection' in meant ? meant.collection : (meant.several[0] ?? null);
};

const reportsOf = async (
  collection: Collection | null,
  event: MessageReceived,
  ports: HandlerPorts,
): Promise<{ reports: ComparedReport[]; pending: number }> => {
  const { submissions, standings } = ports.stores;
  const revisions =
    collection === null
      ? await submissions.latestOfChat(event.platform, event.chatId)
      : (await standings.of(collection)).map(({ revision }) => revision);
  const results = await submissions.results(revisions.map(({ id }) => id));
  const byRevision = new Map(results.map(({ revisionId, result }) => [revisionId, result]));
  const members = new Map((await membersOf(event, ports)).map((member) => [member.id, member]));
  const reports = revisions.flatMap((revision): ComparedReport[] => {
    const result = byRevision.get(revision.id);
    if (result === undefined || result.kind === null || revision.state !== 'checked') return [];
    return [{ id: revision.id, name: nameOf(revision, members), result }];
  });
  const pending = revisions.filter(({ state }) => state === 'received').length;
  return { reports: reports.sort((a, b) => a.name.localeCompare(b.name, 'zh')), pending };
};

const nameOf = ({ author }: Revision, members: ReadonlyMap<string, MemberRef>): string =>
  author.name ?? members.get(author.id)?.name ?? sayOfAnswers.somebody;
