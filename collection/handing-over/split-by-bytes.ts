/** What every file adds to an archive besides its bytes: two headers with its name. */
const PER_FILE = 400;

export interface ByteSplit<T> {
  readonly batches: readonly (readonly T[])[];
  /** Single files that are over the limit by themselves: to be sent on their own, or told about. */
  readonly tooLarge: readonly T[];
}

/**
 * Files in batches of at most `limit` bytes each, in the order given (first batch that has room). Counted as if nothing
 * could be compressed, so an archive of a batch never exceeds the limit.
 */
export const splitByBytes = <T extends { readonly bytes: number }>(
  files: readonly T[],
  limit: number,
): ByteSplit<T> => {
  const batches: { files: T[]; bytes: number }[] = [];
  const tooLarge: T[] = [];
  for (const file of files) {
    const size = file.bytes + PER_FILE;
    if (size > limit) {
      tooLarge.push(file);
      continue;
    }
    const batch = batches.find(({ bytes }) => bytes + size <= limit);
    if (batch === undefined) batches.push({ files: [file], bytes: size });
    else {
      batch.files.push(file);
      batch.bytes += size;
    }
  }
  return { batches: batches.map((batch) => batch.files), tooLarge };
};
