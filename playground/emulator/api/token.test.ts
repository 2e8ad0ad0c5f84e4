import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../../testing/emulators/feishu-sdk.ts';
import { ManualClock } from '../clock.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

const minute = 60 * 1000;

describe('tenant tokens', () => {
  let clock: ManualClock;
  let emulator: FeishuEmulator;

  beforeEach(async () => {
    clock = new ManualClock();
    emulator = await FeishuEmulator.start({ clock });
  });
  afterEach(() => emulator.close());

  async function tokenOf(body: object): Promise<{ code: number; tenant_access_token?: string; expire?: number }> {
    const address = `${emulator.url}/open-apis/auth/v3/tenant_access_token/internal`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { ...((await response.json()) as { code: number }) };
  }
  const good = () => ({ app_id: emulator.appId, app_secret: emulator.appSecret });
  const botInfo = async (token?: string): Promise<number> => {
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const response = await fetch(`${emulator.url}/open-apis/bot/v3/info`, { headers });
    return ((await response.json()) as { code: number }).code;
  };

  it('let the official client in', async () => {
    const answer = await sdkClient(emulator).request({ method: 'GET', url: '/open-apis/bot/v3/info' });
    expect(answer).toEqual({
      code: 0,
      msg: 'ok',
      bot: { activate_status: 2, app_name: '催稿', avatar_url: '', ip_white_list: [], open_id: emulator.botId },
    });
  });

  it.each<[string, () => object, number]>([
    ['a wrong secret', () => ({ ...good(), app_secret: 'wrong' }), 10014],
    ['a wrong app', () => ({ ...good(), app_id: 'cli_0000000000000000' }), 10003],
    ['no credentials', () => ({}), 10003],
  ])('are not given for %s', async (_name, body, code) => {
    expect((await tokenOf(body())).code).toBe(code);
  });

  it('stay the same until half an hour before their end, then two are good', async () => {
    const first = await tokenOf(good());
    clock.advance(90 * minute);
    const same = await tokenOf(good());
    clock.advance(1);
    const next = await tokenOf(good());
    const codes = [await botInfo(first.tenant_access_token), await botInfo(next.tenant_access_token)];
    expect([first.expire, same.expire, next.expire]).toEqual([7200, 1800, 7200]);
    expect([same.tenant_access_token === first.tenant_access_token, codes]).toEqual([true, [0, 0]]);
    expect(next.tenant_access_token).not.toBe(first.tenant_access_token);
  });

  it.each<[string, (token: string) => Promise<number>, number]>([
    ['missing', () => botInfo(), 99991661],
    ['made up', () => botInfo('t-other'), 99991663],
    [
      'expired',
      (token) => {
        clock.advance(120 * minute);
        return botInfo(token);
      },
      99991663,
    ],
    [
      'revoked',
      (token) => {
        emulator.revokeTokens();
        return botInfo(token);
      },
      99991663,
    ],
  ])('that are %s are refused', async (_name, call, code) => {
    const { tenant_access_token } = await tokenOf(good());
    expect(await call(tenant_access_token!)).toBe(code);
  });

  it('are revoked under a running client that keeps its bad token', async () => {
    const client = sdkClient(emulator);
    const call = () => codeOf(client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
    const codes = [await call()];
    emulator.fail('bot-info', { kind: 'token-revoked' });
    codes.push(await call(), await call());
    expect(codes).toEqual([0, 99991663, 99991663]);
  });
});
