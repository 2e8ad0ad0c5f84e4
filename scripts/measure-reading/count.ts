/** How many things there are in truth, how many were found, and how many of those found are true. */
export interface Count {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce(
    (all, { wanted, found, right }) => ({
      wanted: all.wanted + wanted,
      found: all.found + found,
      right: all.right + right,
    }),
    { wanted: 0, found: 0, right: 0 },
  );

/** Two cells of a table: how many of the true ones were found, and how many of the found ones are true. */
export const foundAndRight = ({ wanted, found, right }: Count): string[] => [`${right}/${wanted}`, `${right}/${found}`];
