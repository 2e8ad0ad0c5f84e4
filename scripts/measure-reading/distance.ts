/** Levenshtein distance: how many characters must be put in, taken out or changed. */
export const distance = (one: string, other: string): number => {
  if (one === other) return 0;
  let above = Uint32Array.from({ length: other.length + 1 }, (_, index) => index);
  let row = new Uint32Array(other.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    const code = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + (code === other.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    [above, row] = [row, above];
  }
  return above[other.length] ?? 0;
};
