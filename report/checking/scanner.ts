/**
 * Finds many literal strings in one pass. Every pattern is filed under its first two characters; a bit table says in
 * one look whether any pattern starts at a place, so nearly all places cost two array reads. On lists of a few thousand
 * short words this is several times faster in JavaScript than walking an Aho-Corasick automaton.
 */
export class Scanner<T> {
  readonly #starts = new Uint8Array(0x10000);
  readonly #byPair = new Map<number, { readonly text: string; readonly value: T }[]>();

  /** @throws RangeError for a pattern of fewer than two code units */
  constructor(patterns: Iterable<readonly [text: string, value: T]>) {
    for (const [text, value] of patterns) {
      if (text.length < 2) throw new RangeError(`pattern “${text}” is too short to scan for`);
      const pair = pairAt(text, 0);
      this.#starts[hash(pair)] = 1;
      const filed = this.#byPair.get(pair);
      if (filed === undefined) this.#byPair.set(pair, [{ text, value }]);
      else filed.push({ text, value });
    }
    for (const filed of this.#byPair.values()) filed.sort((a, b) => b.text.length - a.text.length);
  }

  /** Calls back for every occurrence of every pattern, by place, longest first. */
  scan(text: string, found: (value: T, start: number, end: number) => void): void {
    const last = text.length - 1;
    let previous = last < 0 ? 0 : text.charCodeAt(0);
    for (let at = 0; at < last; at += 1) {
      const next = text.charCodeAt(at + 1);
      const pair = previous * 0x10000 + next;
      previous = next;
      if (this.#starts[hash(pair)] === 0) continue;
      for (const { text: pattern, value } of this.#byPair.get(pair) ?? []) {
        if (text.startsWith(pattern, at)) found(value, at, at + pattern.length);
      }
    }
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const hash = (pair: number): number => (Math.imul(pair | 0, 0x9e3779b1) >>> 16) & 0xffff;
