import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { FeishuFailure, isContentRefusal, isFormRefusal, isTokenFailure, toAppError, vendorCode } from './errors.ts';

describe('what a failure means', () => {
  it.each([
    [230020, 400, 'rate-limited', true],
    [99991400, 429, 'rate-limited', true],
    [230049, 400, 'rate-limited', true],
    [0, 429, 'rate-limited', true],
    [0, 0, 'unavailable', true],
    [0, 502, 'unavailable', true],
    [99991663, 400, 'unavailable', true],
    [99991403, 400, 'unavailable', false],
    [10014, 200, 'configuration', false],
    [99991672, 400, 'not-allowed', false],
    [230002, 400, 'not-allowed', false],
    [230011, 400, 'target-gone', false],
    [231003, 400, 'target-gone', false],
    [230028, 400, 'reply-refused', false],
    [230099, 400, 'reply-refused', false],
    [230031, 400, 'edit-unsupported', false],
    [234009, 400, 'download-refused', false],
    [234037, 400, 'too-large', false],
    [0, 403, 'not-allowed', false],
    [424242, 400, 'bad-request', false],
  ] as const)('vendor code %i with HTTP %i is %s, retryable: %s', (code, status, expected, retryable) => {
    const error = toAppError(new FeishuFailure(code, status, 'x'), 'send');
    expect({ code: error.code, retryable: error.retryable }).toEqual({ code: expected, retryable });
    expect(error.message).toMatch(/。$/u);
  });

  it('keeps vendor code, log id and the wait asked for', () => {
    const error = toAppError(new FeishuFailure(99991400, 429, 'x', { retryAfter: 3000, logId: 'L1' }), 'send');
    expect(error.retryAfter).toBe(3000);
    expect(error.context).toEqual({ doing: 'send', vendorCode: 99991400, status: 429, logId: 'L1' });
  });

  it('passes AppErrors through and takes anything else for a lost connection', () => {
    const known = new AppError('too-large', '太大。');
    expect(toAppError(known, 'x')).toBe(known);
    expect(toAppError(new Error('boom'), 'x')).toMatchObject({ code: 'unavailable', retryable: true });
  });
});

describe('what to do about it', () => {
  it('tells stale tokens from other refusals', () => {
    expect([99991663, 99991661, 10014].map((code) => isTokenFailure(new FeishuFailure(code, 400, '')))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('tells refused words from refused cards, also behind an AppError', () => {
    const refused = (code: number) => toAppError(new FeishuFailure(code, 400, ''), 'send');
    expect(
      [230028, 230099, 230025, 230020].map((code) => [isContentRefusal(refused(code)), isFormRefusal(refused(code))]),
    ).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect(vendorCode(new Error('x'))).toBe(null);
  });
});
