import type { ClickOutcome } from '../../playground/emulator/card-clicks.ts';
import type { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { answersTo, botMessages, buttonValue, isProgress, titleOf } from './card-reading.ts';

/** A chat of three with the bot, and what its people do there. */
export class GroupChat {
  readonly id: string;
  readonly owner: string;
  readonly author: string;
  readonly other: string;
  readonly #emulator: FeishuEmulator;

  constructor(emulator: FeishuEmulator) {
    const { id, members } = emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    const [owner, author, other] = members.map((member) => member.id);
    this.#emulator = emulator;
    this.id = id;
    this.owner = owner ?? '';
    this.author = author ?? '';
    this.other = other ?? '';
  }

  /** Words to the bot; `@{id}` in them mentions somebody. */
  tell(who: string, words: string, options: { parentId?: string } = {}): MessageRecord {
    return this.#emulator.people.sendText(this.id, who, `@{${this.#emulator.botId}} ${words}`, options);
  }

  /** The bot's first answer to words. */
  async say(who: string, words: string, options: { parentId?: string } = {}): Promise<MessageRecord> {
    const message = this.tell(who, words, options);
    return this.#emulator.waitFor(() => answersTo(this.#emulator, message)[0]);
  }

  upload(who: string, name: string, words: string, options: { parentId?: string } = {}): MessageRecord {
    return this.#emulator.people.sendFile(this.id, who, { name, bytes: new TextEncoder().encode(words) }, options);
  }

  /** The bot's answer under a message, past 已收到 and 正在检查. */
  answered(message: MessageRecord): Promise<MessageRecord> {
    return this.#emulator.waitFor(
      () => answersTo(this.#emulator, message).find((answer) => !isProgress(answer)),
      30_000,
    );
  }

  click(
    message: MessageRecord,
    who: string,
    label: string,
    formValue?: Readonly<Record<string, unknown>>,
  ): Promise<ClickOutcome> {
    return this.#emulator.userClicks(message.id, who, {
      tag: 'button',
      value: buttonValue(message, label),
      ...(formValue === undefined ? {} : { formValue }),
    });
  }

  /** A message of the bot's as it is now. */
  messageOf(message: MessageRecord): MessageRecord {
    return botMessages(this.#emulator, this.id).find((each) => each.id === message.id) ?? message;
  }

  /** The same message once its title is like this. */
  becomes(message: MessageRecord, title: RegExp): Promise<MessageRecord> {
    return this.#emulator.waitFor(
      () => botMessages(this.#emulator, this.id).find((each) => each.id === message.id && title.test(titleOf(each))),
      30_000,
    );
  }

  /** The newest message of the bot whose title is like this. */
  titled(title: RegExp): Promise<MessageRecord> {
    return this.#emulator.waitFor(
      () => botMessages(this.#emulator, this.id).findLast((each) => title.test(titleOf(each))),
      30_000,
    );
  }

  /** Starts a collection by the form. */
  async collect(who: string, fields: Readonly<Record<string, unknown>> = {}): Promise<MessageRecord> {
    const form = await this.say(who, '新建收集');
    const outcome = await this.click(form, who, '开始收集', filledForm(fields));
    if (outcome.toast?.type !== 'success') throw new Error(`the form was refused: ${JSON.stringify(outcome)}`);
    return this.becomes(form, /^开始收集《/u);
  }
}

export const filledForm = (change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  name: '2026年度述职述廉报告',
  kind: 'duty-integrity',
  deadline: '2026-12-31 18:00 +0800',
  audience: 'all',
  maxCharacters: '3000',
  ...change,
});
