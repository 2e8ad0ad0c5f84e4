import { ZodError } from 'zod';
import type { ActionAnswer } from '../../../core/chat-event.ts';
import type { EventSink } from '../../../core/ports/chat-platform.ts';
import type { Log } from '../../../core/ports/log.ts';
import { toChatEvent } from './receive.ts';
import type { Envelope } from './schema.ts';

/** Clicks are answered within three seconds or not at all; the answer also has to travel. */
const clickMs = 1_000;

const toastTypes = { info: 'info', good: 'success', warn: 'warning', bad: 'error' } as const;
const slow = '系统有点忙，这次点击可能还没有生效。请过几秒看看卡片，没有变化就再点一次。';
const broken = '没有记下这次点击，请稍后再点一次。';

const toast = (answer: ActionAnswer | undefined): object =>
  answer?.toast === undefined ? {} : { toast: { type: toastTypes[answer.toast.tone], content: answer.toast.text } };

/**
 * Both ways in lead here: an event goes to the sink, and what comes back is the platform's answer. It rejects when the
 * event was not stored, so that the platform pushes it again; clicks, which are never pushed again, get a toast.
 */
export const createIntake =
  (sink: EventSink, bot: () => Promise<{ openId: string }>, log: Log, answerWithin = clickMs) =>
  async (envelope: Envelope): Promise<unknown> => {
    const type = envelope.header.event_type;
    const isClick = type === 'card.action.trigger';
    try {
      const received = toChatEvent(envelope, isClick ? { openId: '' } : await bot());
      if ('ignored' in received) return {};
      if (!isClick) {
        await sink(received.event);
        return {};
      }
      const taken = sink(received.event);
      taken.catch((error: unknown) => log.error({ err: error, type }, 'feishu-click-failed'));
      return await within(taken.then(toast), answerWithin, { toast: { type: 'error', content: slow } });
    } catch (error) {
      if (error instanceof ZodError) {
        log.warn({ type, missing: error.issues.map((issue) => issue.path.join('.')) }, 'feishu-event-unreadable');
        return {};
      }
      if (isClick) return { toast: { type: 'error', content: broken } };
      throw error;
    }
  };

const within = async <T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
