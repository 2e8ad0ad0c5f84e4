import type { EmulatorClock } from '../clock.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ChatRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { CardTokens } from './card-tokens.ts';
import type { AccessTokens } from './token.ts';

export interface PlatformLimits {
  /** Calls of one API in a second. */
  readonly callsPerSecond: number;
  /** Messages a bot may send to one chat in a second. */
  readonly messagesPerSecond: number;
  /** Changes of one message in a second. */
  readonly patchesPerSecond: number;
  readonly downloadBytes: number;
  readonly uploadBytes: number;
  readonly cardBytes: number;
  readonly textBytes: number;
}

export const realLimits: PlatformLimits = {
  callsPerSecond: 50,
  messagesPerSecond: 5,
  patchesPerSecond: 5,
  downloadBytes: 100 * 1024 * 1024,
  uploadBytes: 30 * 1024 * 1024,
  cardBytes: 30_000,
  textBytes: 150_000,
};

/** What the routes work on. */
export interface Platform {
  readonly world: World;
  readonly clock: EmulatorClock;
  readonly limits: PlatformLimits;
  readonly rates: RateLimits;
  readonly accessTokens: AccessTokens;
  readonly cardTokens: CardTokens;
  /** The chat of a known member with the bot, made when there is none yet. */
  p2pChat(memberId: string): ChatRecord;
  /** Whether plain telephone numbers and e-mail addresses are refused. */
  readonly refusesContacts: boolean;
  /** Whether the application was granted im:message.group_msg. */
  readonly allGroupMessages: boolean;
}
