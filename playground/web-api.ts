/**
 * What the playground's server and its page say to each other, JSON over HTTP and server-sent events.
 *
 * GET  /api/state                      → PlaygroundState
 * GET  /api/chats/:chatId/messages     → PlaygroundMessage[] (oldest first)
 * POST /api/chats/:chatId/messages     SendText → PlaygroundMessage
 * POST /api/chats/:chatId/files        multipart: file, as, parentId? → PlaygroundMessage
 * POST /api/messages/:messageId/action ClickAction → ClickAnswer
 * POST /api/messages/:messageId/recall { as } → {}
 * GET  /api/files/:fileKey             → the bytes, Content-Disposition with the name
 * GET  /api/events                     → text/event-stream of PlaygroundEvent
 *
 * A refused request answers 4xx with { error }, a sentence to show. Mentions in texts are written as keys (@_user_1,
 * @_all for everybody) which `mentions` explains.
 */
export interface PlaygroundMember {
  id: string;
  name: string;
  /** A colour for the round picture, "#rrggbb". */
  colour: string;
  isBot: boolean;
}

export interface PlaygroundChat {
  id: string;
  name: string;
  type: 'group' | 'p2p';
  memberIds: string[];
  /** For p2p chats with the bot: the person. */
  personId?: string;
  announcement?: string;
  /** The message shown as a notice on top of the chat. */
  topNoticeId?: string;
}

export interface PlaygroundState {
  chats: PlaygroundChat[];
  members: PlaygroundMember[];
  botId: string;
  /** Whether a bot is connected to the platform at present. */
  botConnected: boolean;
}

export type PlaygroundContent =
  | { kind: 'text'; text: string; mentions: { key: string; id: string; name: string }[] }
  | { kind: 'file'; fileKey: string; name: string; size: number }
  | { kind: 'image'; fileKey: string }
  | { kind: 'post'; title: string; paragraphs: unknown[][] }
  /** The card exactly as the bot sent it: Feishu card JSON 2.0. */
  | { kind: 'card'; card: Record<string, unknown> }
  | { kind: 'recalled' };

export interface PlaygroundMessage {
  id: string;
  chatId: string;
  senderId: string;
  /** Milliseconds. */
  sentAt: number;
  updatedAt?: number;
  parentId?: string;
  content: PlaygroundContent;
  reactions: { emoji: string; memberIds: string[] }[];
  pinned?: boolean;
  /** Set on messages only one member may see. */
  onlyFor?: string;
}

export interface SendText {
  as: string;
  /** Mentions are written as @{memberId} and shown as names. */
  text: string;
  parentId?: string;
}

export interface ClickAction {
  as: string;
  /** The component's tag: button, select_static, picker_datetime … */
  tag: string;
  name?: string;
  value?: unknown;
  option?: string;
  options?: string[];
  /** What was typed into an input that stands outside of a form. */
  inputValue?: string;
  /** The new state of a checker. */
  checked?: boolean;
  /** IANA name of the clicker's time zone. */
  timezone?: string;
  /** Names to values; dates as the platform reports them, "2026-12-31 18:00 +0800". */
  formValue?: Record<string, unknown>;
}

export interface ClickAnswer {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  /** The bot did not answer within 3 seconds. */
  error?: string;
}

export type PlaygroundEvent =
  | { type: 'message'; message: PlaygroundMessage }
  | { type: 'message-updated'; message: PlaygroundMessage }
  | { type: 'state'; state: PlaygroundState };
