import { identity, type Matrix, matrixOf } from '../layout/matrix.ts';

/** The finite numbers of a space-separated list. */
export const numbersOf = (value: string | undefined): number[] =>
  (value ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)
    .filter((number) => Number.isFinite(number));

/** DeltaX and DeltaY: numbers, with "g 5 3.2" for five times 3.2; at most `limit` of them. */
export const deltasOf = (value: string | undefined, limit: number): number[] => {
  const deltas: number[] = [];
  const words = (value ?? '').trim().split(/\s+/);
  for (let index = 0; index < words.length && deltas.length < limit; index += 1) {
    if (words[index] === 'g') {
      const times = Math.min(Number(words[index + 1]) || 0, limit - deltas.length);
      const step = Number(words[index + 2]) || 0;
      for (let count = 0; count < times; count += 1) deltas.push(step);
      index += 2;
    } else deltas.push(Number(words[index]) || 0);
  }
  return deltas;
};

/** The map of a graphic object: its own CTM, then the corner of its Boundary. */
export const placement = (boundary: string | undefined, ctm: string | undefined): Matrix => {
  const [x = 0, y = 0] = numbersOf(boundary);
  const [a, b, c, d, e, f] = matrixOf(numbersOf(ctm)) ?? identity;
  return [a, b, c, d, e + x, f + y];
};
