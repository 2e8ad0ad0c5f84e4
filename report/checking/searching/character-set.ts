/** A set of UTF-16 code units: ranges in order, both ends included, none touching the next. */
export type CharacterSet = readonly (readonly [first: number, last: number])[];

const highest = 0xffff;

/** Any code unit. */
export const anything: CharacterSet = [[0, highest]];

export const setOf = (ranges: CharacterSet): CharacterSet => {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
};

/** The code units of a text, each by itself. */
export const setOfUnits = (text: string): CharacterSet =>
  setOf(Array.from({ length: text.length }, (_, at) => [text.charCodeAt(at), text.charCodeAt(at)] as const));

export const complement = (set: CharacterSet): CharacterSet => {
  const rest: [number, number][] = [];
  let from = 0;
  for (const [first, last] of set) {
    if (first > from) rest.push([from, first - 1]);
    from = last + 1;
  }
  if (from <= highest) rest.push([from, highest]);
  return rest;
};

export const intersection = (a: CharacterSet, b: CharacterSet): CharacterSet =>
  a.flatMap(([first, last]) =>
    b.flatMap(([from, to]): [number, number][] => {
      const [low, high] = [Math.max(first, from), Math.min(last, to)];
      return low <= high ? [[low, high]] : [];
    }),
  );

/** The set with both cases of its Latin letters. */
export const inBothCases = (set: CharacterSet): CharacterSet =>
  setOf([
    ...set,
    ...intersection(set, [[65, 90]]).map(([first, last]) => [first + 32, last + 32] as const),
    ...intersection(set, [[97, 122]]).map(([first, last]) => [first - 32, last - 32] as const),
  ]);

export const sizeOf = (set: CharacterSet): number => set.reduce((size, [first, last]) => size + last - first + 1, 0);

export const unitsOf = (set: CharacterSet): string[] =>
  set.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => String.fromCharCode(first + offset)),
  );
