import type { MessageReceived } from '../../core/chat-event.ts';
import type { Reply } from '../../core/reply.ts';
import type { HandlerPorts } from '../ports.ts';

export interface CommandMeta {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for the help card. */
  readonly usage: string;
  /**
   * What may follow the name: nothing of substance · words (a date, a name, which collection) · people who are mentioned, and
   * words.
   */
  readonly takes: 'nothing' | 'words' | 'people';
  /** What follows the name and, though it may ask something, asks the command itself; in NFKC. */
  readonly own?: RegExp;
}

export interface CommandCall {
  readonly event: MessageReceived;
  /** What follows the command's name. */
  readonly argument: string;
  /** The collection it is about, when somebody was asked and chose. */
  readonly collectionId?: string;
}

export interface Command {
  readonly meta: CommandMeta;
  /** Null when the answer comes another way, such as the card of a file taken in. */
  run(call: CommandCall, ports: HandlerPorts): Promise<Reply | null>;
}
