import { expect, it } from 'vitest';
import { redact, sdkLogger } from './log.ts';

it.each([
  ['Authorization: Bearer t-g1044abc.x_y', 'Authorization: Bearer [redacted]'],
  ['{"app_secret":"s3cr3t","app_id":"cli_a"}', '{"app_secret":"[redacted]","app_id":"cli_a"}'],
  [
    'wss://host/ws?device_id=1&access_key=abc&ticket=x-y_z',
    'wss://host/ws?device_id=1&access_key=[redacted]&ticket=[redacted]',
  ],
  ['tenant_access_token: t-1', 'tenant_access_token: [redacted]'],
  ['code: 514, auth failed', 'code: 514, auth failed'],
])('redacts %s', (given, expected) => {
  expect(redact(given)).toBe(expected);
});

it('passes words and error messages of the SDK, never its objects or debug lines', () => {
  const lines: unknown[] = [];
  const note = (fields: Record<string, unknown>, event: string) => lines.push([event, fields]);
  const logger = sdkLogger({ info: note, warn: note, error: note });
  void logger.error(['[ws]', { config: { data: '{"app_secret":"x"}' } }, new Error('token=abc refused')]);
  void logger.debug(['message content']);
  void logger.info(['client ready']);
  expect(lines).toEqual([['feishu-sdk-error', { sdk: '[ws] Error: token=[redacted] refused' }]]);
});
