import { askedWords } from '../core/asked-words.ts';
import type { ChatEvent } from '../core/chat-event.ts';
import type { LanguageModel } from '../core/ports/language-model.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { answerCard } from '../report/replying/answer-card.ts';
import { sayOfAnswers } from '../report/replying/answer-wording.ts';
import { type Answer, type AskedReport, answerQuestion, type SectionRef } from '../report/summary/answer.ts';
import { answerSection } from '../report/summary/answer-section.ts';
import { holdsOrders } from '../report/summary/model/orders-inside.ts';
import { requestAbout } from '../report/summary/model/prompt.ts';
import { modelAnswerSchema } from '../report/summary/model/schema.ts';
import { verifyAnswer } from '../report/summary/model/verify-answer.ts';
import type { Processor } from './processor.ts';

export interface RefineAnswerPorts {
  readonly stores: Stores;
  readonly replier: Replier;
  readonly languageModel: LanguageModel | null;
  readonly log: Log;
}

/**
 * A question was answered from the text already: the section it was about goes to the model, and what comes back and
 * holds is set before the text's own words. Whatever goes wrong, the answer stays as it is.
 */
export const createRefineAnswer =
  ({ stores, replier, languageModel, log }: RefineAnswerPorts): Processor<'refine-answer'> =>
  async ({ platform, eventKey, revisionId }) => {
    if (languageModel === null) return;
    const event = await stores.inbox.get(platform, eventKey);
    const revision = await stores.submissions.get(revisionId);
    const report = await stores.submissions.result(revisionId);
    if (event === null || revision === null || report === null || revision.state === 'withdrawn') return;
    // It may have been taken back since the question was asked.
    if ((await stores.modelConsents.current(platform, revision.chatId))?.allowed !== true) return;
    const asked = answered(event, report);
    const section = asked === null ? null : sectionOf(asked.answer);
    if (asked === null || section === null) return;
    const unused = (why: string) => log.info({ eventKey, revisionId, why }, 'model-answer-unused');
    const words = report.text.slice(section.start, section.end);
    if (holdsOrders(words)) return unused('orders-inside');
    const figures = 'figures' in asked.answer ? asked.answer.figures : [];
    const request = requestAbout({ title: section.title, text: words, figures, question: asked.question });
    if (request === null) return unused('length');
    const outcome = await languageModel.complete(request, modelAnswerSchema);
    if (!outcome.ok) return unused(outcome.code);
    const verdict = verifyAnswer(outcome.value, words);
    if (!verdict.ok) return unused(verdict.because);
    const card = answerCard({
      revisionId,
      fileName: revision.file.name,
      version: revision.number,
      owner: await ownerOf(revision.author.id, asked.by),
      report,
      answer: asked.answer,
      byModel: verdict.text,
    });
    await replier.show(
      { platform, key: eventReplyKey(platform, eventKey), to: { chatId: event.chatId, replyTo: asked.replyTo } },
      card,
    );

    /** As the answer named it: by then the members were known if anybody could tell. */
    async function ownerOf(author: string, by: string): Promise<string | null> {
      const members = await stores.chats.members(platform, event?.chatId ?? '');
      const name = revision?.author.name ?? members?.find((member) => member.id === author)?.name;
      return name ?? (author === by ? null : sayOfAnswers.somebody);
    }
  };

interface AskedAndAnswered {
  readonly answer: Answer;
  readonly question: string | null;
  readonly by: string;
  readonly replyTo: string;
}

/** The same answer that was given when the question came. */
const answered = (event: ChatEvent, report: AskedReport): AskedAndAnswered | null => {
  if (event.type === 'message-received') {
    const question = askedWords(event);
    const answer = answerQuestion(question, report);
    return { answer, question, by: event.sender.id, replyTo: event.messageId };
  }
  if (event.type === 'card-action') {
    const answer = answerSection(report, Number(event.value.at));
    return answer === null ? null : { answer, question: null, by: event.operator.id, replyTo: event.messageId };
  }
  return null;
};

/** The one section an answer is about. */
const sectionOf = (answer: Answer): SectionRef | null => {
  if (answer.kind !== 'section' && answer.kind !== 'passage') return null;
  const [section, second] = answer.sections;
  return section === undefined || second !== undefined ? null : section;
};
