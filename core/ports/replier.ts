import type { Reply } from '../reply.ts';
import type { ReplyTarget } from './chat-platform.ts';

export interface ReplyAddress {
  readonly platform: string;
  /** Names what is answered; the same key never makes a second message. */
  readonly key: string;
  readonly to: ReplyTarget;
}

/** Speaks in chats through the reply ledger, so that work done twice is answered once. */
export interface Replier {
  /** Sends unless something was sent under this key before; leaves what stands there as it is. */
  once(address: ReplyAddress, reply: Reply): Promise<void>;
  /** Shows this reply under the key: edits what was sent, sends where nothing was or editing is no longer possible. */
  show(address: ReplyAddress, reply: Reply): Promise<void>;
}
