import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';

const frame: Frame = {
  seqId: 0n,
  logId: 18_446_744_073_709_551_615n,
  service: 33_554_432,
  method: 1,
  headers: { type: 'event', message_id: 'a1', sum: '1', seq: '0' },
  payload: Buffer.from('{"文":"件"}'),
};

describe('frames of the long connection', () => {
  it.each<[string, Frame]>([
    ['with numbers of 64 bits and Chinese text', frame],
    ['with a payload longer than a one-byte length', { ...frame, payload: Buffer.alloc(300, 7) }],
    ['without payload and headers', { ...frame, headers: {}, payload: Buffer.alloc(0) }],
  ])('%s survive the way there and back', (_name, value) => {
    expect(decodeFrame(encodeFrame(value))).toEqual(value);
  });

  it.each<[string, Buffer]>([
    ['break off in a number', Buffer.from([0x08, 0x80])],
    ['break off in a field', Buffer.from([0x42, 0x05, 0x01])],
    ['have a number of more than 64 bits', Buffer.alloc(12, 0xff)],
    ['use other wire types', Buffer.from([0x0d, 0, 0, 0, 0])],
  ])('that %s are refused', (_name, bytes) => {
    expect(() => decodeFrame(bytes)).toThrow(RangeError);
  });
});
