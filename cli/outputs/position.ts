/** Offset → line and column in UTF-16 code units, both from 1, as editors count them. */
export const positionsIn = (
  text: string,
): ((offset: number) => { line: number; column: number; lineStart: number }) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const lineStart = starts[low] ?? 0;
    return { line: low + 1, column: offset - lineStart + 1, lineStart };
  };
};
