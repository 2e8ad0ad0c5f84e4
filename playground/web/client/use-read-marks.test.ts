import { expect, it } from 'vitest';
import { mergeMarks } from './use-read-marks.ts';

it('read marks of several tabs keep the later one of each chat', () => {
  const one = { u1: { c1: 10, c2: 30 } };
  const other = { u1: { c1: 20 }, u2: { c1: 5 } };
  expect([mergeMarks(one, other), mergeMarks(other, one)]).toEqual(
    Array.from({ length: 2 }, () => ({ u1: { c1: 20, c2: 30 }, u2: { c1: 5 } })),
  );
});
