import { createHash } from 'node:crypto';
import type { CardAction, MessageReceived } from '../../core/chat-event.ts';
import type { ReplyAddress } from '../../core/ports/replier.ts';
import type { Revision } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import { answerCard } from '../../report/replying/answer-card.ts';
import { sayOfAnswers } from '../../report/replying/answer-wording.ts';
import { sameReport } from '../../report/replying/version-comparison.ts';
import { say } from '../../report/replying/wording.ts';
import { type Answer, type AskedReport, answerQuestion } from '../../report/summary/answer.ts';
import { answerSection } from '../../report/summary/answer-section.ts';
import { parseQuestion } from '../../report/summary/answering/question.ts';
import { questionsIn } from '../../report/summary/answering/several.ts';
import { clickedRevision, toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { chooseReport } from './choose-report.ts';
import { answerAboutAll } from './collection-question.ts';
import { ownerName } from './members.ts';
import { recogniseQuestion } from './recognise.ts';

/** Answers a question about reports; false: it is none, and something else may know what to do. */
export const answerAsked = async (event: MessageReceived, ports: HandlerPorts): Promise<boolean> => {
  const about = recogniseQuestion(event.text);
  if (about === null) return false;
  if (about === 'all-reports') {
    await answerAboutAll(event, ports);
    return true;
  }
  const chosen = await chooseReport(event, ports);
  if (chosen === null) return false;
  if ('instead' in chosen) {
    if (about === 'perhaps-a-report' || (event.mentions.length === 0 && !namesSomething(event.text))) return false;
    await ports.replier.once(addressOf(event, event.messageId), chosen.instead);
    return true;
  }
  const { revision, report, words } = chosen;
  const wantsChanges = questionsIn(words).some((question) => parseQuestion(question).ask === 'changes');
  const answer = answerQuestion(words, report, wantsChanges ? await previousOf(revision, report, ports) : null);
  if (about === 'perhaps-a-report' && !('lines' in answer)) return false;
  await give({ event, by: event.sender.id, replyTo: event.messageId, revision, report, answer }, ports);
  return true;
};

/** Asks for a part, a role or a figure; “今天天气怎么样” without a report at hand is better answered by help. */
const namesSomething = (words: string): boolean => {
  const question = parseQuestion(words.replace(/\s/gu, ''));
  return question.ask !== 'named' || question.roles.length > 0 || question.amount;
};

/** A click on a section, or on 全文摘要, under an answer: a new answer. */
export const onAskAction = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  const report = await ports.stores.submissions.result(revision.id);
  if (report === null) return { answer: toast('warn', say.toastGone) };
  const { at, words } = event.value;
  const answer = words === undefined ? answerSection(report, Number(at)) : answerQuestion(words.slice(0, 20), report);
  if (answer === null) return { answer: toast('warn', say.toastGone) };
  return {
    answer: toast('info', sayOfAnswers.answering),
    work: () => give({ event, by: event.operator.id, replyTo: event.messageId, revision, report, answer }, ports),
  };
};

interface Given {
  readonly event: MessageReceived | CardAction;
  readonly by: string;
  readonly replyTo: string;
  readonly revision: Revision;
  readonly report: AskedReport;
  readonly answer: Answer;
}

const give = async (given: Given, ports: HandlerPorts): Promise<void> => {
  const { event, revision, report, answer } = given;
  const { platform, chatId } = event;
  const isGroup = event.type === 'message-received' && event.chatType === 'group';
  const card: Reply = answerCard({
    revisionId: revision.id,
    fileName: revision.file.name,
    version: revision.number,
    owner: await ownerName(revision.author, { platform, chatId, by: given.by, isGroup }, ports),
    report,
    answer,
    byModel: null,
  });
  const address = addressOf(event, given.replyTo);
  await ports.replier.once(address, card);
  await rememberReport(address, revision, ports);
  await askModel(given, ports);
};

const addressOf = (event: MessageReceived | CardAction, replyTo: string): ReplyAddress => ({
  platform: event.platform,
  key: eventReplyKey(event.platform, event.eventKey),
  to: { chatId: event.chatId, replyTo },
});

/** A further question under the answer is about the same report: a second key of the message leads back to it. */
const rememberReport = async (address: ReplyAddress, revision: Revision, ports: HandlerPorts): Promise<void> => {
  const sent = await ports.stores.replies.find(address.key);
  if (sent === null) return;
  await ports.stores.replies.record(`answer_${revision.id}_${digest(address.key)}`, {
    platform: address.platform,
    chatId: address.to.chatId,
    messageId: sent.messageId,
  });
};

/** Where the chat has agreed, the model may put the answer in its own words later. */
const askModel = async ({ event, revision, answer }: Given, ports: HandlerPorts): Promise<void> => {
  if (!ports.settings.languageModel || (answer.kind !== 'section' && answer.kind !== 'passage')) return;
  if (answer.sections.length !== 1) return;
  if ((await ports.stores.modelConsents.current(event.platform, event.chatId))?.allowed !== true) return;
  const { platform, eventKey } = event;
  const id = `refine-answer_${digest(`${platform} ${eventKey}`)}`;
  await ports.queue.add('refine-answer', { platform, eventKey, revisionId: revision.id }, { id });
};

const digest = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 32);

/** The newest earlier version of the same report by the same person. */
const previousOf = async (
  revision: Revision,
  report: AskedReport,
  ports: HandlerPorts,
): Promise<AskedReport | null> => {
  const all = await ports.stores.submissions.ofMember(revision.platform, revision.chatId, revision.author.id);
  for (const earlier of all.slice(all.findIndex(({ id }) => id === revision.id) + 1)) {
    if (earlier.state !== 'checked') continue;
    const previous = await ports.stores.submissions.result(earlier.id);
    if (previous !== null && sameReport(previous.result, report.result)) return previous;
  }
  return null;
};
