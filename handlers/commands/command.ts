import type { MessageReceived } from '../../core/chat-event.ts';
import type { Reply } from '../../core/reply.ts';
import type { HandlerPorts } from '../ports.ts';

export interface CommandMeta {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for the help card. */
  readonly usage: string;
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
