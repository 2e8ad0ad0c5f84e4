import type { Span } from '../core/span.ts';
import {
  type Fingerprint,
  fingerprintOf,
  type SharedPassage,
  sharedPassages,
} from '../report/checking/shared-passages.ts';

export interface ComparedReport {
  readonly id: string;
  readonly text: string;
}

/** Two reports and what they share, the longest passage first. */
export interface SharedPair {
  readonly a: string;
  readonly b: string;
  /** Characters but white space, as 字数 counts them, of the passages, where they are shorter. */
  readonly characters: number;
  readonly passages: readonly SharedPassage[];
}

/** As many reports of one chat as these, and half of all, have a passage from a template or a quotation. */
const TEMPLATE_REPORTS = 4;
/** Of a passage, so much must be the author's and no clause that everybody writes. */
const OWN_SHARE = 0.5;

interface Prepared extends ComparedReport {
  readonly print: Fingerprint;
}

/** Every two reports that share a passage, the most alike first. `boilerplate` are clauses many reports have in common. */
export const sharedPairs = (reports: readonly ComparedReport[], boilerplate: readonly string[]): SharedPair[] => {
  const prepared = reports.map(prepare);
  const pairs = candidates(prepared).map(([one, other]) => compare(one, other));
  return kept(pairs, prepared, boilerplate, templateTest(pairs, prepared.length));
};

/** The marks of a text, each once: who shares a passage with it has one of them. */
export const marksOf = (text: string): number[] => [...new Set(fingerprintOf(text).marks.map(([mark]) => mark))];

/** What stands in so many of that many reports is from a template they were given. */
export const templateFrom = (reports: number): number => Math.max(TEMPLATE_REPORTS, Math.ceil(reports / 2));

/** How many reports there are beside one, and how many of them have each of its marks. */
export interface MarkedOthers {
  readonly count: number;
  readonly holding: ReadonlyMap<number, number>;
}

/**
 * What one report shares with each of the others; `a` is always this one. `all` are the reports that `others` were chosen
 * from, where there are more than these.
 */
export const sharedWith = (
  report: ComparedReport,
  others: readonly ComparedReport[],
  boilerplate: readonly string[],
  all?: MarkedOthers,
): SharedPair[] => {
  const own = prepare(report);
  const pairs = others.map((other) => compare(own, prepare(other)));
  const isTemplate = all === undefined ? templateTest(pairs, others.length + 1) : templateByMarks(own.print, all);
  return kept(pairs, [report, ...others], boilerplate, isTemplate);
};

const prepare = (report: ComparedReport): Prepared => ({ ...report, print: fingerprintOf(report.text) });

/** Every two reports that have a mark in common; others share nothing, so that most pairs are never looked at. */
const candidates = (reports: readonly Prepared[]): [Prepared, Prepared][] => {
  const holders = new Map<number, number[]>();
  const met = reports.map(() => new Set<number>());
  for (const [index, { print }] of reports.entries()) {
    for (const hash of new Set(print.marks.map(([mark]) => mark))) {
      const before = holders.get(hash);
      if (before === undefined) holders.set(hash, [index]);
      else {
        for (const other of before) met[other]?.add(index);
        before.push(index);
      }
    }
  }
  return reports.flatMap((one, index) =>
    [...(met[index] ?? [])]
      .sort((a, b) => a - b)
      .flatMap((other): [Prepared, Prepared][] => {
        const second = reports[other];
        return second === undefined ? [] : [[one, second]];
      }),
  );
};

const compare = (one: Prepared, other: Prepared) => ({
  a: one.id,
  b: other.id,
  passages: sharedPassages(one.print, other.print),
});

const kept = (
  pairs: readonly Omit<SharedPair, 'characters'>[],
  reports: readonly ComparedReport[],
  boilerplate: readonly string[],
  isTemplate: TemplateTest,
): SharedPair[] => {
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  const clauses = boilerplate.map(folded).filter((clause) => clause.length >= 8);
  return pairs
    .map(({ a, b, passages }) => {
      const [text, other] = [texts.get(a) ?? '', texts.get(b) ?? ''];
      const own = passages.filter((passage) => !isTemplate(a, passage) && isOwn(text, passage, clauses));
      const lengths = own.map(({ a: one, b: two }) => Math.min(bareLength(text, one), bareLength(other, two)));
      const characters = lengths.reduce((sum, length) => sum + length, 0);
      return { a, b, passages: own, characters };
    })
    .filter((pair) => pair.passages.length > 0)
    .sort((x, y) => y.characters - x.characters);
};

/** Whether a passage of a report stands in so many others that it must come from a template they were given. */
type TemplateTest = (id: string, passage: SharedPassage) => boolean;

/** By the marks within it: most of them stand in many reports. */
const templateByMarks = (print: Fingerprint, { count, holding }: MarkedOthers): TemplateTest => {
  const least = templateFrom(count + 1);
  return (_, { a }) => {
    const within = print.marks.filter(([, place]) => {
      const at = print.at[place] ?? 0;
      return a.start <= at && at < a.end;
    });
    const common = within.filter(([mark]) => (holding.get(mark) ?? 0) + 1 >= least);
    return common.length * 2 > within.length;
  };
};

/** By the passages that lie over its middle. */
const templateTest = (pairs: readonly Omit<SharedPair, 'characters'>[], count: number): TemplateTest => {
  const edges = new Map<string, { readonly starts: number[]; readonly ends: number[] }>();
  const note = (id: string, span: Span): void => {
    const known = edges.get(id) ?? { starts: [], ends: [] };
    edges.set(id, known);
    known.starts.push(span.start);
    known.ends.push(span.end);
  };
  for (const { a, b, passages } of pairs) {
    for (const passage of passages) {
      note(a, passage.a);
      note(b, passage.b);
    }
  }
  // With many reports from one template a passage lies under thousands of others: they are counted, not visited.
  for (const { starts, ends } of edges.values()) {
    starts.sort((x, y) => x - y);
    ends.sort((x, y) => x - y);
  }
  const least = templateFrom(count);
  return (id, { a }) => {
    const middle = (a.start + a.end) / 2;
    const { starts, ends } = edges.get(id) ?? { starts: [], ends: [] };
    return upTo(starts, middle) - upTo(ends, middle) + 1 >= least;
  };
};

/** How many of the sorted numbers are not larger. */
const upTo = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isOwn = (text: string, { a, length }: SharedPassage, clauses: readonly string[]): boolean => {
  const words = folded(text.slice(a.start, a.end));
  const covered = new Uint8Array(words.length);
  for (const clause of clauses) {
    for (let at = words.indexOf(clause); at >= 0; at = words.indexOf(clause, at + 1)) {
      covered.fill(1, at, at + clause.length);
    }
  }
  const common = covered.reduce((sum, one) => sum + one, 0);
  return words.length - common >= length * OWN_SHARE;
};

const folded = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
const bareLength = (text: string, { start, end }: Span): number => text.slice(start, end).replace(/\s/gu, '').length;
