export interface Alignment {
  /** Characters that must be put in, taken out or changed (Levenshtein). */
  readonly errors: number;
  /** For every offset of the one text, its end included, the lowest and highest offset of the other at the same place. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

const changed = 0;
const dropped = 1;
const added = 2;

/** Lays two texts beside each other so that the fewest characters differ; takes a byte for every pair of characters. */
export const align = (one: string, other: string): Alignment => {
  const width = other.length + 1;
  const steps = new Uint8Array((one.length + 1) * width).fill(added, 1, width);
  let above = Uint32Array.from({ length: width }, (_, index) => index);
  let row = new Uint32Array(width);
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    steps[i * width] = dropped;
    const code = one.charCodeAt(i - 1);
    for (let j = 1; j < width; j += 1) {
      const change = (above[j - 1] ?? 0) + (code === other.charCodeAt(j - 1) ? 0 : 1);
      const drop = (above[j] ?? 0) + 1;
      const least = Math.min(change, drop, (row[j - 1] ?? 0) + 1);
      row[j] = least;
      steps[i * width + j] = least === change ? changed : least === drop ? dropped : added;
    }
    [above, row] = [row, above];
  }
  return { errors: above[other.length] ?? 0, places: walkBack(steps, one.length, other.length) };
};

const walkBack = (steps: Uint8Array, length: number, otherLength: number): Alignment['places'] => {
  const places = Array.from({ length: length + 1 }, () => ({ from: otherLength, to: 0 }));
  for (let i = length, j = otherLength; ; ) {
    const place = places[i] as { from: number; to: number };
    place.from = Math.min(place.from, j);
    place.to = Math.max(place.to, j);
    if (i === 0 && j === 0) return places;
    const step = steps[i * (otherLength + 1) + j];
    if (step !== added) i -= 1;
    if (step !== dropped) j -= 1;
  }
};
