import type { ActionAnswer, ChatEvent, FileRef, MemberRef } from '../chat-event.ts';
import type { Reply } from '../reply.ts';

export interface ReplyTarget {
  readonly chatId: string;
  /** Answer under this message; absent for messages of the bot's own accord. */
  readonly replyTo?: string;
  /** Send to this member in private instead of to the chat. */
  readonly memberId?: string;
}

export interface DownloadLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** Ways to draw attention to a message that only some platforms have. Failures are AppErrors. */
export interface Attention {
  /** Shows a message of the bot's on top of its chat, in place of the one it showed there before. */
  showOnTop(chatId: string, messageId: string): Promise<void>;
  /** Buzzes members of its chat about a message of the bot's, at most 200; gives back whom it did not reach. */
  buzz(messageId: string, memberIds: readonly string[]): Promise<readonly string[]>;
}

export type PlatformState = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** Takes an event in for good; resolves once it is stored. A card action's answer is shown to who clicked. */
export type EventSink = (event: ChatEvent) => Promise<ActionAnswer | undefined>;

/**
 * One chat platform. Adapters keep no state but their connection. Every failure is an AppError: `rate-limited` and
 * `unavailable` are retryable, `target-gone`, `not-allowed` and `reply-refused` are not. Messages are Chinese sentences that
 * may be shown to people as they are.
 */
export interface ChatPlatform {
  readonly name: string;
  /** Absent where the platform has nothing of the kind. */
  readonly attention?: Attention;
  start(sink: EventSink): Promise<void>;
  stop(): Promise<void>;
  state(): PlatformState;
  /** Sends once per `onceKey` (any string; adapters hash it), also when called again after a time-out. */
  send(to: ReplyTarget, reply: Reply, onceKey: string): Promise<{ messageId: string }>;
  /** Rejects with `edit-unsupported` where a platform or the message's age forbids it. */
  edit(messageId: string, reply: Reply): Promise<void>;
  /** A sign on a message that it was seen; failing to show it is no failure. */
  acknowledge(messageId: string): Promise<void>;
  /** A file as a message of its own (annotated copies, ledgers). */
  sendFile(to: ReplyTarget, file: { name: string; bytes: Uint8Array }, onceKey: string): Promise<{ messageId: string }>;
  download(file: FileRef, limits: DownloadLimits): Promise<Uint8Array>;
  /** The files another message carries, for a reply to it; empty when it carries none. */
  filesOf(messageId: string): Promise<{ files: FileRef[]; sender: MemberRef | null }>;
  /** All members but bots; rejects when the pages do not add up to the total. */
  members(chatId: string): Promise<MemberRef[]>;
  chatInfo(chatId: string): Promise<{ name: string; ownerId: string | null; adminIds: string[] }>;
}
