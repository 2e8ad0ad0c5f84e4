/** An affine map as OFD writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => ({
  a: outer.a * inner.a + outer.c * inner.b,
  b: outer.b * inner.a + outer.d * inner.b,
  c: outer.a * inner.c + outer.c * inner.d,
  d: outer.b * inner.c + outer.d * inner.d,
  e: outer.a * inner.e + outer.c * inner.f + outer.e,
  f: outer.b * inner.e + outer.d * inner.f + outer.f,
});

export const apply = (m: Matrix, x: number, y: number): { x: number; y: number } => ({
  x: m.a * x + m.c * y + m.e,
  y: m.b * x + m.d * y + m.f,
});

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
  const values = numbersOf(ctm);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.length === 6 ? values : [];
  return { a, b, c, d, e: e + x, f: f + y };
};
