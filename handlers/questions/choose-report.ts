import { askedWords } from '../../core/asked-words.ts';
import type { MemberRef, MessageReceived } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import type { Revision } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { sayOfAnswers } from '../../report/replying/answer-wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import type { AskedReport } from '../../report/summary/answer.ts';
import type { HandlerPorts } from '../ports.ts';
import { membersOf } from './members.ts';
import { memberNamedIn } from './named-member.ts';

/** The report a question is about, or what to say instead. */
export type Chosen =
  | { readonly revision: Revision; readonly report: AskedReport; readonly words: string }
  | { readonly instead: Reply; readonly because: 'none' | 'not-ready' | 'not-allowed' };

type Candidate = { readonly revision: Revision; readonly words: string } | Extract<Chosen, { instead: unknown }>;

/**
 * The quoted report, else that of the member the question names, else the asker's latest in this chat. Null: the message
 * answers a file that was never handed in, which is a wish to have it checked.
 */
export const chooseReport = async (event: MessageReceived, ports: HandlerPorts): Promise<Chosen | null> => {
  const candidate = (await quoted(event, ports)) ?? (await named(event, ports)) ?? (await own(event, ports));
  if (candidate === 'unknown-file') return null;
  return 'instead' in candidate ? candidate : withResult(candidate, ports);
};

const note = (
  because: 'none' | 'not-ready' | 'not-allowed',
  title: string,
  lines: readonly string[],
): Extract<Chosen, { instead: unknown }> => ({
  instead: noteCard(because === 'none' ? 'info' : 'warn', title, lines),
  because,
});

const quoted = async (event: MessageReceived, ports: HandlerPorts): Promise<Candidate | 'unknown-file' | null> => {
  if (event.parentId === undefined) return null;
  const revision = await ports.stores.submissions.byMessage(event.platform, event.parentId);
  if (revision === null) return (await carriesFile(event, event.parentId, ports)) ? 'unknown-file' : null;
  const elsewhere = revision.chatId !== event.chatId;
  if (elsewhere || (event.chatType === 'p2p' && revision.author.id !== event.sender.id)) {
    const line = elsewhere ? sayOfAnswers.otherChat : sayOfAnswers.othersInPrivate;
    return note('not-allowed', sayOfAnswers.refusedTitle, [line]);
  }
  if (revision.state === 'withdrawn') {
    return note('not-ready', sayOfAnswers.withdrawnTitle(revision.file.name), [sayOfAnswers.withdrawn]);
  }
  return { revision, words: askedWords(event) };
};

const carriesFile = async (event: MessageReceived, messageId: string, ports: HandlerPorts): Promise<boolean> => {
  try {
    return (await ports.platformOf(event.platform).filesOf(messageId)).files.length > 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    return false;
  }
};

const ownNames =
  /^(?:我|本人|自己|这[份篇次个]|那份|上一?[稿次回]|最[新后近]|全文|整份|[今去昨]|刚|年度|新|旧|单位|支部|党建|部门|科室)/u;
const somebodys = /^@?([\p{Script=Han}A-Za-z·]{2,8})的(?:报告|述职|总结|材料|稿子|那份|第)/u;

/** A member who is mentioned, or whose name stands before 的报告. */
const named = async (event: MessageReceived, ports: HandlerPorts): Promise<Candidate | null> => {
  const words = askedWords(event);
  const [mentioned] = event.mentions;
  const isPrivate = event.chatType === 'p2p';
  if (mentioned !== undefined) {
    if (mentioned.id === event.sender.id) return null;
    return isPrivate ? othersInPrivate() : latestOf(mentioned, words, event, ports);
  }
  if (isPrivate) {
    const name = somebodys.exec(words)?.[1];
    return name === undefined || ownNames.test(name) ? null : othersInPrivate();
  }
  if (!/[的份第]|报告|稿|述职|总结/u.test(words)) return null;
  const members = await membersOf(event, ports);
  const found = memberNamedIn(words, members);
  if (found === null) return null;
  if ('unknown' in found) return note('none', sayOfAnswers.notHereTitle, [sayOfAnswers.whoIsMeant(found.unknown)]);
  if (found.member.id === event.sender.id) return null;
  return latestOf(found.member, words.replace(found.words, ''), event, ports);
};

const othersInPrivate = () => note('not-allowed', sayOfAnswers.refusedTitle, [sayOfAnswers.othersInPrivate]);

const latestOf = async (
  member: MemberRef,
  words: string,
  event: MessageReceived,
  ports: HandlerPorts,
): Promise<Candidate> => {
  const [revision] = await ports.stores.submissions.ofMember(event.platform, event.chatId, member.id);
  if (revision !== undefined) return { revision, words };
  const name = member.name ?? sayOfAnswers.somebody;
  return note('none', sayOfAnswers.notHereTitle, [sayOfAnswers.noneOf(name)]);
};

const own = async (event: MessageReceived, ports: HandlerPorts): Promise<Candidate> => {
  const [revision] = await ports.stores.submissions.ofMember(event.platform, event.chatId, event.sender.id);
  if (revision !== undefined) return { revision, words: askedWords(event) };
  return note('none', sayOfAnswers.notHereTitle, [
    sayOfAnswers.none,
    ...(event.chatType === 'group' ? [sayOfAnswers.noneInGroup] : []),
  ]);
};

const withResult = async (
  { revision, words }: { readonly revision: Revision; readonly words: string },
  ports: HandlerPorts,
): Promise<Chosen> => {
  const { name } = revision.file;
  if (revision.state === 'received') {
    return note('not-ready', sayOfAnswers.checkingTitle(name), [sayOfAnswers.checking]);
  }
  const report = await ports.stores.submissions.result(revision.id);
  if (report === null || revision.state !== 'checked') {
    return note('not-ready', sayOfAnswers.unreadableTitle(name), [sayOfAnswers.unreadable]);
  }
  return { revision, report, words };
};
