/** Insertions, deletions and changes between two short texts; anything above the limit counts as limit + 1. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const [before, after] = commonEnds(a, b);
  return distance(a.slice(before, a.length - after), b.slice(before, b.length - after), limit);
};

/** Characters that both texts begin and end with: they cost nothing, and mostly little is left between them. */
const commonEnds = (a: string, b: string): readonly [before: number, after: number] => {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a.charCodeAt(before) === b.charCodeAt(before)) before += 1;
  let after = 0;
  while (after < shorter - before && a.charCodeAt(a.length - 1 - after) === b.charCodeAt(b.length - 1 - after)) {
    after += 1;
  }
  return [before, after];
};

const distance = (a: string, b: string, limit: number): number => {
  const row = new Uint8Array(b.length + 1).map((_, at) => Math.min(at, 255));
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] as number;
    let least = Math.min(i, 255);
    row[0] = least;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number;
      const change = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(change, above + 1, (row[j - 1] as number) + 1, 255);
      diagonal = above;
      least = Math.min(least, row[j] as number);
    }
    if (least > limit) return limit + 1;
  }
  return Math.min(row[b.length] as number, limit + 1);
};
