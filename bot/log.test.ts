import { expect, test } from 'vitest';
import { AppError } from '../core/errors.ts';
import { createLog } from './log.ts';

const logged = (fields: Record<string, unknown>, known: readonly string[] = []): Record<string, unknown> => {
  const lines: string[] = [];
  createLog('info', known, { write: (line) => lines.push(line) }).error(fields, 'something-happened');
  const { time: _, ...rest } = JSON.parse(lines.join('')) as Record<string, unknown>;
  return rest;
};

test('an event is one line with its keys', () => {
  expect(logged({ jobId: 'check-report_1', ms: 12 })).toEqual({
    level: 'error',
    event: 'something-happened',
    jobId: 'check-report_1',
    ms: 12,
  });
});

test.each([
  ['a secret of its own', { appSecret: 'abc' }, { appSecret: '[redacted]' }],
  ['a secret inside', { config: { password: 'abc' } }, { config: { password: '[redacted]' } }],
  ['the text of a message', { event: { text: '个人述职' } }, {}],
  [
    'a password in an address',
    { reason: 'connect postgres://cuigao:abc@127.0.0.1:5432/x' },
    { reason: 'connect postgres://cuigao:[redacted]@127.0.0.1:5432/x' },
  ],
  ['a bearer token', { why: 'Authorization: Bearer t-123' }, { why: 'Authorization: Bearer [redacted]' }],
  ['the values of a query', { reason: 'Failed query: insert\nparams: 报告全文' }, { reason: 'Failed query: insert' }],
])('%s is not logged', (_name, fields, kept) => {
  const line = logged(fields);
  expect(line).toMatchObject(kept);
  expect(JSON.stringify(line)).not.toMatch(/abc|t-123|报告全文|个人述职/);
});

test('a secret of the settings is hidden wherever a server repeats it, one too short to tell is not', () => {
  expect(logged({ sdk: 'code 514, app secret -59M"Qx is wrong' }, ['-59M"Qx', 'is'])).toMatchObject({
    sdk: 'code 514, app secret [redacted] is wrong',
  });
});

test('an error shows what it is and nothing it carries along', () => {
  const carried = Object.assign(new Error('Request failed: token=t-123'), {
    config: { headers: { Authorization: 'Bearer t-123' } },
    response: { data: '报告全文' },
  });
  const line = logged({ err: new AppError('unavailable', 'no answer', { cause: carried, context: { status: 502 } }) });
  expect(line.err).toMatchObject({
    type: 'AppError',
    code: 'unavailable',
    message: 'no answer',
    context: { status: 502 },
    cause: { type: 'Error', message: 'Request failed: token=[redacted]' },
  });
  expect(JSON.stringify(line)).not.toMatch(/t-123|报告全文/);
});
