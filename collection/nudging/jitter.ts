/** Minutes between `from` and `to`, always the same for the same key: FNV-1a spreads the keys evenly. */
export const jitterMinutes = (key: string, { from, to }: { readonly from: number; readonly to: number }): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of FNV are the weak ones.
  const mixed = (hash ^ (hash >>> 15)) >>> 0;
  return from + (mixed % (to - from + 1));
};
