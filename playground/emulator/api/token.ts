import { z } from 'zod';
import { newAccessToken } from '../ids.ts';
import { Refusal } from './refusals.ts';
import { PlainAnswer, type Route } from './routing.ts';

const lifetime = 2 * 60 * 60 * 1000;
const renewBefore = 30 * 60 * 1000;

/** Tenant tokens: the same one is handed out until half an hour before its end, then a second one overlaps. */
export class AccessTokens {
  #tokens: { token: string; expiresAt: number }[] = [];

  issue(now: number): { token: string; expiresAt: number } {
    this.#tokens = this.#tokens.filter((entry) => entry.expiresAt > now);
    let newest = this.#tokens.at(-1);
    if (!newest || newest.expiresAt - now < renewBefore) {
      newest = { token: newAccessToken(), expiresAt: now + lifetime };
      this.#tokens.push(newest);
    }
    return newest;
  }

  revoke(): void {
    this.#tokens = [];
  }

  /** Throws the platform's refusal unless the header carries a token that is good at `now`. */
  check(header: string | undefined, now: number): void {
    if (!header?.startsWith('Bearer ')) throw new Refusal(99991661);
    const given = header.slice('Bearer '.length);
    if (!this.#tokens.some((entry) => entry.token === given && entry.expiresAt > now)) throw new Refusal(99991663);
  }
}

const credentials = z.object({ app_id: z.string(), app_secret: z.string() });

export const tokenRoutes: readonly Route[] = [
  {
    name: 'token',
    method: 'post',
    path: '/open-apis/auth/v3/tenant_access_token/internal',
    open: true,
    handle(call, { world, clock, accessTokens }) {
      const given = credentials.safeParse(call.body);
      if (!given.success) return new PlainAnswer({ code: 10003, msg: 'invalid param' });
      if (given.data.app_id !== world.app.appId) return new PlainAnswer({ code: 10003, msg: 'invalid app_id' });
      if (given.data.app_secret !== world.app.appSecret) {
        return new PlainAnswer({ code: 10014, msg: 'app secret invalid' });
      }
      const { token, expiresAt } = accessTokens.issue(clock.now());
      const expire = Math.floor((expiresAt - clock.now()) / 1000);
      return new PlainAnswer({ code: 0, msg: 'ok', tenant_access_token: token, expire });
    },
  },
];
