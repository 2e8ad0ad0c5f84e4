import type { EmulatorClock } from '../clock.ts';
import { newCardToken } from '../ids.ts';
import { Refusal } from './refusals.ts';

const lifetime = 30 * 60 * 1000;
const uses = 2;

/** The tokens of card callbacks: each changes its card twice at most, within half an hour, after the answer. */
export class CardTokens {
  readonly #tokens = new Map<string, { messageId: string; expiresAt: number; left: number }>();
  readonly #clock: EmulatorClock;

  constructor(clock: EmulatorClock) {
    this.#clock = clock;
  }

  issue(messageId: string): string {
    const token = newCardToken();
    this.#tokens.set(token, { messageId, expiresAt: this.#clock.now() + lifetime, left: uses });
    return token;
  }

  /** The message the token belongs to. */
  use(token: string): string {
    const entry = this.#tokens.get(token);
    if (!entry) throw new Refusal(300020);
    if (entry.expiresAt < this.#clock.now()) throw new Refusal(300030);
    if (entry.left === 0) throw new Refusal(300040);
    entry.left -= 1;
    return entry.messageId;
  }
}
