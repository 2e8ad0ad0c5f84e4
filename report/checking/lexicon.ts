import type { LexiconEntry, Wording } from '../../core/wording.ts';
import { Scanner } from './scanner.ts';

/** One place where a word list objects, with what to write instead. */
export interface LexiconHit {
  readonly entry: LexiconEntry;
  readonly start: number;
  readonly end: number;
  readonly suggestion: string | null;
}

interface Compiled {
  readonly list: string;
  readonly entry: LexiconEntry;
  readonly pattern: RegExp | null;
  readonly notBefore: RegExp | null;
  readonly notAfter: RegExp | null;
}

const lists = ['typos', 'fixedPhrases', 'collocations', 'outdatedTerms', 'styleWords'] as const;
/** How far around a word its wider expression may reach. */
const reach = 40;

export class Lexicons {
  readonly #scanner: Scanner<Compiled>;

  constructor(wording: Wording) {
    this.#scanner = new Scanner(
      lists.flatMap((list) => wording[list].map((entry) => [entry.wrong, compile(list, entry)] as const)),
    );
  }

  /** Hits by list name, in order of place. */
  find(text: string): ReadonlyMap<string, readonly LexiconHit[]> {
    const hits = new Map<string, LexiconHit[]>(lists.map((list) => [list, []]));
    this.#scanner.scan(text, (compiled, start, end) => {
      const hit = judge(text, compiled, start, end);
      if (hit !== null) hits.get(compiled.list)?.push(hit);
    });
    return hits;
  }
}

const judge = (text: string, compiled: Compiled, start: number, end: number): LexiconHit | null => {
  if (compiled.notBefore?.test(text.slice(Math.max(0, start - 12), start))) return null;
  if (compiled.notAfter?.test(text.slice(end, end + 12))) return null;
  if (compiled.pattern === null) return { entry: compiled.entry, start, end, suggestion: compiled.entry.right };
  const from = Math.max(0, start - reach);
  for (const match of text.slice(from, end + reach).matchAll(compiled.pattern)) {
    const matched = { start: from + match.index, end: from + match.index + match[0].length };
    if (matched.start > start || matched.end < end) continue;
    const { right } = compiled.entry;
    const suggestion = right === null ? null : match[0].replace(new RegExp(compiled.pattern.source), right);
    return { entry: compiled.entry, ...matched, suggestion };
  }
  return null;
};

const compile = (list: string, entry: LexiconEntry): Compiled => ({
  list,
  entry,
  pattern: entry.pattern === undefined ? null : new RegExp(entry.pattern, 'g'),
  notBefore: entry.notBefore === undefined ? null : new RegExp(`(?:${entry.notBefore})$`),
  notAfter: entry.notAfter === undefined ? null : new RegExp(`^(?:${entry.notAfter})`),
});

const compiled = new WeakMap<Wording, Lexicons>();

/** The lists of a wording, compiled once. */
export const lexiconsOf = (wording: Wording): Lexicons => {
  const known = compiled.get(wording);
  if (known !== undefined) return known;
  const lexicons = new Lexicons(wording);
  compiled.set(wording, lexicons);
  return lexicons;
};
