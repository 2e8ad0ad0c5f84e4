import { z } from 'zod';
import type { CardTokens } from './api/card-tokens.ts';
import { cardContext } from './api/outgoing-content.ts';
import { checkCard } from './cards/check-card.ts';
import type { EmulatorClock } from './clock.ts';
import { envelope, userIds } from './delivery/envelope.ts';
import type { Acknowledgement } from './long-connection/connections.ts';
import type { World } from './state/world.ts';

/** What somebody did with a component of a card. */
export interface Click {
  /** The component's tag: button, select_static, picker_datetime … */
  readonly tag: string;
  readonly name?: string | undefined;
  /** The value of the component's callback behaviour. */
  readonly value?: unknown;
  readonly option?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly inputValue?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly formValue?: Readonly<Record<string, unknown>> | undefined;
  /** IANA name of the clicker's time zone. */
  readonly timezone?: string | undefined;
}

export interface ClickOutcome {
  readonly toast?: { readonly type: 'info' | 'success' | 'error' | 'warning'; readonly content: string };
  /** What the person sees when the bot did not answer properly. */
  readonly error?: string;
}

const texts = z.record(z.string(), z.string());
const answerSchema = z.strictObject({
  toast: z
    .strictObject({
      type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
      content: z.string(),
      i18n: texts.optional(),
    })
    .optional(),
  card: z.strictObject({ type: z.enum(['raw', 'template']), data: z.record(z.string(), z.unknown()) }).optional(),
});

export interface CardClickOptions {
  readonly world: World;
  readonly clock: EmulatorClock;
  readonly cardTokens: CardTokens;
  push(payload: string): Promise<Acknowledgement>;
}

/** Sends a click as card.action.trigger, once, and does what the bot's answer says. */
export async function clickCard(
  messageId: string,
  memberId: string,
  click: Click,
  { world, clock, cardTokens, push }: CardClickOptions,
): Promise<ClickOutcome> {
  const message = world.messages.get(messageId);
  if (!message || message.recalled || message.type !== 'interactive') return { error: '卡片已不存在' };
  const body = envelope(
    world.app,
    'card.action.trigger',
    {
      operator: { ...userIds(memberId), tenant_key: world.app.tenantKey },
      token: cardTokens.issue(messageId),
      action: actionOf(click),
      host: 'im_message',
      context: { open_message_id: messageId, open_chat_id: message.chatId },
    },
    clock.now() * 1000,
  );
  const acknowledgement = await push(JSON.stringify(body));
  if (acknowledgement.outcome === 'failed') return { error: `机器人没有应答，请稍后再试（${acknowledgement.reason}）` };
  const answer = answerSchema.safeParse(acknowledgement.data ?? {});
  if (!answer.success) return { error: '机器人的应答格式不对（200672）' };
  const { toast, card } = answer.data;
  if (card?.type === 'raw') {
    if (checkCard(card.data, cardContext(world))) return { error: '机器人返回的卡片不合规范（200672）' };
    const current = world.messages.get(messageId) ?? message;
    world.saveMessage({ ...current, content: JSON.stringify(card.data), updatedAt: clock.now(), edited: true });
  }
  return toast ? { toast: { type: toast.type, content: toast.content } } : {};
}

function actionOf(click: Click): object {
  return {
    tag: click.tag,
    ...(click.name === undefined ? {} : { name: click.name }),
    ...(click.value === undefined ? {} : { value: click.value }),
    ...(click.option === undefined ? {} : { option: click.option }),
    ...(click.options === undefined ? {} : { options: click.options }),
    ...(click.inputValue === undefined ? {} : { input_value: click.inputValue }),
    ...(click.checked === undefined ? {} : { checked: click.checked }),
    ...(click.formValue === undefined ? {} : { form_value: click.formValue }),
    timezone: click.timezone ?? 'Asia/Shanghai',
  };
}
