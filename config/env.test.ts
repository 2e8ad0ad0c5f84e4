import { expect, it } from 'vitest';
import { readEnv } from './env.ts';

it('needs no settings at all', () => {
  const outcome = readEnv({});
  expect(outcome).toEqual({
    ok: true,
    env: {
      PORT: 8787,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      ROLE: 'all',
      LOG_LEVEL: 'info',
      TZ: 'Asia/Shanghai',
      FEISHU_DOMAIN: 'https://open.feishu.cn',
      FEISHU_EVENT_MODE: 'websocket',
      DINGTALK_API_URL: 'https://api.dingtalk.com',
      ORGANISER_IDS: [],
      LLM_DAILY_CALLS: 500,
      LLM_DAILY_TOKENS: 1_000_000,
      RETENTION_DAYS: 365,
      MAX_FILE_MB: 30,
    },
  });
});

it.each([
  ['a domain loses its last slash', { FEISHU_DOMAIN: 'http://127.0.0.1:9000/' }, 'http://127.0.0.1:9000'],
  ['lark names the international service', { FEISHU_DOMAIN: 'lark' }, 'https://open.larksuite.com'],
  ['an empty value counts as unset', { FEISHU_DOMAIN: '' }, 'https://open.feishu.cn'],
])('%s', (_, variables, expected) => {
  const outcome = readEnv(variables);
  expect(outcome.ok && outcome.env.FEISHU_DOMAIN).toBe(expected);
});

it('takes organisers as a list', () => {
  const outcome = readEnv({ ORGANISER_IDS: 'ou_1, ou_2，ou_3' });
  expect(outcome.ok && outcome.env.ORGANISER_IDS).toEqual(['ou_1', 'ou_2', 'ou_3']);
});

it.each([
  ['half a Feishu app', { FEISHU_APP_ID: 'cli_0123456789abcdef' }, 'FEISHU_APP_SECRET'],
  ['an app id of another shape', { FEISHU_APP_ID: 'app', FEISHU_APP_SECRET: 's' }, 'FEISHU_APP_ID'],
  ['a port that is no number', { PORT: 'eighty' }, 'PORT'],
  [
    'webhook mode without an encrypt key',
    { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 's', FEISHU_EVENT_MODE: 'webhook' },
    'FEISHU_ENCRYPT_KEY',
  ],
  ['two of three model settings', { LLM_BASE_URL: 'http://127.0.0.1:1', LLM_MODEL: 'm' }, 'LLM_API_KEY'],
])('refuses %s and names the variable', (_, variables, name) => {
  const outcome = readEnv(variables);
  expect(outcome.ok ? '' : outcome.message).toContain(name);
});
