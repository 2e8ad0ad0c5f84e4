import type { Figure } from '../../core/report-result.ts';
import type { AskedReport, SectionRef, ViewedSection } from './answering/report-view.ts';
import { refOf, viewOf } from './answering/report-view.ts';

/** What changed between two versions of one report. */
export interface VersionChanges {
  readonly added: readonly SectionRef[];
  /** Sections of the old version that are gone; their spans lie in the old text. */
  readonly removed: readonly SectionRef[];
  /** Sections that stand elsewhere among the others. */
  readonly moved: readonly { readonly section: SectionRef; readonly from: SectionRef }[];
  readonly rewritten: readonly {
    readonly section: SectionRef;
    readonly oldTitle: string;
    /** Share of the section's words that stayed, 0 to 1. */
    readonly kept: number;
  }[];
  readonly figures: {
    readonly added: readonly Figure[];
    readonly removed: readonly Figure[];
    readonly changed: readonly { readonly what: string; readonly before: Figure; readonly after: Figure }[];
  };
  readonly findings: { readonly fixed: number; readonly left: number; readonly added: number };
  readonly characters: { readonly before: number; readonly after: number };
}

const sameTitle = 0.6;
const unchanged = 0.995;

/** Compares sections by title and words, figures by what they count, findings by rule and quoted words. */
export const compareTexts = (before: AskedReport, after: AskedReport): VersionChanges => ({
  ...compareSections(viewOf(before).top, viewOf(after).top, before.text, after.text),
  figures: compareFigures(figuresOf(before), figuresOf(after)),
  findings: compareFindings(before, after),
  characters: { before: before.result.characters, after: after.result.characters },
});

type SectionChanges = Pick<VersionChanges, 'added' | 'removed' | 'moved' | 'rewritten'>;

/** Sections side by side; where those below a changed one can be told apart, they tell what changed. */
const compareSections = (
  old: readonly ViewedSection[],
  current: readonly ViewedSection[],
  oldText: string,
  text: string,
): SectionChanges => {
  const partners = matched(old, current, oldText, text);
  const kept = new Set(partners.values());
  const changes = [...partners]
    .sort(([a], [b]) => a.start - b.start)
    .map(([section, earlier]) => compareSection(section, earlier, oldText, text));
  return {
    added: [
      ...current.filter((section) => !partners.has(section)).map(refOf),
      ...changes.flatMap(({ added }) => added),
    ],
    removed: [...old.filter((section) => !kept.has(section)).map(refOf), ...changes.flatMap(({ removed }) => removed)],
    moved: [...movedAmong(partners), ...changes.flatMap(({ moved }) => moved)],
    rewritten: changes.flatMap(({ rewritten }) => rewritten),
  };
};

const compareSection = (
  section: ViewedSection,
  earlier: ViewedSection,
  oldText: string,
  text: string,
): SectionChanges => {
  const none = { added: [], removed: [], moved: [] };
  const share = likeness(wordsOf(section, text), wordsOf(earlier, oldText));
  if (share >= unchanged) return { ...none, rewritten: [] };
  const [inner, oldInner] = [section, earlier].map(({ children }) => children.filter(({ mode }) => mode !== 'inline'));
  if (inner !== undefined && oldInner !== undefined && inner.length > 1 && oldInner.length > 1) {
    const below = compareSections(oldInner, inner, oldText, text);
    const allNew = below.added.length >= inner.length && below.removed.length >= oldInner.length;
    if (!allNew && Object.values(below).some((changes) => changes.length > 0)) return below;
  }
  return { ...none, rewritten: [{ section: refOf(section), oldTitle: earlier.title, kept: round(share) }] };
};

/** The fewest sections that stand elsewhere among those that stayed. */
const movedAmong = (partners: ReadonlyMap<ViewedSection, ViewedSection>): VersionChanges['moved'] => {
  const pairs = [...partners].sort(([a], [b]) => a.start - b.start);
  const longest: { readonly length: number; readonly before: number }[] = [];
  pairs.forEach(([, earlier], at) => {
    const before = longest.reduce(
      (best, { length }, index) =>
        (pairs[index]?.[1].start ?? 0) < earlier.start && length > (longest[best]?.length ?? 0) ? index : best,
      -1,
    );
    longest[at] = { length: (longest[before]?.length ?? 0) + 1, before };
  });
  const inOrder = new Set<number>();
  let at = longest.reduce((best, { length }, index) => (length > (longest[best]?.length ?? 0) ? index : best), -1);
  while (at >= 0) {
    inOrder.add(at);
    at = longest[at]?.before ?? -1;
  }
  return pairs.flatMap(([section, earlier], index) =>
    inOrder.has(index) ? [] : [{ section: refOf(section), from: refOf(earlier) }],
  );
};

/** A section's words without its number, which changes when others come or go. */
const wordsOf = (section: ViewedSection, text: string): string =>
  text.slice(section.start, section.end).replace(section.number ?? '', '');

const round = (share: number): number => Math.round(share * 100) / 100;

/** Every new section with the old one it comes from: the likest title first, else the likest words. */
const matched = (
  old: readonly ViewedSection[],
  current: readonly ViewedSection[],
  oldText: string,
  text: string,
): Map<ViewedSection, ViewedSection> => {
  const scored = current.flatMap((section) =>
    old.map((earlier) => ({
      section,
      earlier,
      score: Math.max(
        likeness(section.title, earlier.title),
        likeness(wordsOf(section, text), wordsOf(earlier, oldText)),
      ),
    })),
  );
  const partners = new Map<ViewedSection, ViewedSection>();
  const taken = new Set<ViewedSection>();
  for (const { section, earlier, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < sameTitle || partners.has(section) || taken.has(earlier)) continue;
    partners.set(section, earlier);
    taken.add(earlier);
  }
  return partners;
};

/** Share of common character triples (pairs for short words), counted with repetition: 1 for equal words. */
const likeness = (a: string, b: string): number => {
  const size = Math.min(a.length, b.length) < 12 ? 2 : 3;
  const counts = new Map<string, number>();
  const add = (words: string, step: number) => {
    let total = 0;
    for (let at = 0; at + size <= words.length; at += 1) {
      const gram = words.slice(at, at + size);
      counts.set(gram, (counts.get(gram) ?? 0) + step);
      total += 1;
    }
    return total;
  };
  const plainA = a.replace(/\s/gu, '');
  const plainB = b.replace(/\s/gu, '');
  if (plainA === plainB) return 1;
  const all = add(plainA, 1) + add(plainB, -1);
  let apart = 0;
  for (const count of counts.values()) apart += Math.abs(count);
  return all === 0 ? 0 : 1 - apart / all;
};

const figuresOf = (report: AskedReport): Figure[] =>
  report.result.summary.sections.flatMap((section) => section.figures);

const compareFigures = (before: readonly Figure[], after: readonly Figure[]): VersionChanges['figures'] => {
  const open = new Map<string, Figure[]>();
  for (const figure of before) open.set(keyOf(figure), [...(open.get(keyOf(figure)) ?? []), figure]);
  const changed: VersionChanges['figures']['changed'][number][] = [];
  const added: Figure[] = [];
  const blanks = before.filter(({ state }) => state === 'blank');
  for (const figure of after) {
    const earlier = open.get(keyOf(figure));
    if (earlier === undefined || earlier.length === 0) {
      const filled = blanks.find((blank) => fills(figure, blank));
      if (filled === undefined) added.push(figure);
      else changed.push({ what: figure.what ?? '', before: filled, after: figure });
      continue;
    }
    const same = earlier.findIndex((candidate) => candidate.text === figure.text);
    const [partner] = earlier.splice(Math.max(0, same), 1);
    if (partner !== undefined && partner.text !== figure.text) {
      changed.push({ what: figure.what ?? '', before: partner, after: figure });
    }
  }
  const filled = new Set(changed.map((change) => change.before));
  return { added, removed: [...open.values()].flat().filter((figure) => !filled.has(figure)), changed };
};

/** A number that stands where one was left blank. */
const fills = (figure: Figure, blank: Figure): boolean =>
  figure.state !== 'blank' && figure.what !== null && blank.what?.includes(figure.what) === true;

const keyOf = (figure: Figure): string =>
  `${figure.what ?? ''}|${(figure.unit ?? '').replace(/[万亿千百]/gu, '')}|${figure.asOf ?? ''}`;

const compareFindings = (before: AskedReport, after: AskedReport): VersionChanges['findings'] => {
  const keys = (report: AskedReport) => [
    ...report.result.findings.map((finding) => `${finding.rule} ${finding.excerpt.replace(/\s/gu, '')}`),
    ...report.result.missing.map((part) => `part ${part.part}`),
  ];
  const open = new Map<string, number>();
  const earlier = keys(before);
  for (const key of earlier) open.set(key, (open.get(key) ?? 0) + 1);
  let left = 0;
  const current = keys(after);
  for (const key of current) {
    const count = open.get(key) ?? 0;
    if (count === 0) continue;
    open.set(key, count - 1);
    left += 1;
  }
  return { fixed: earlier.length - left, left, added: current.length - left };
};
