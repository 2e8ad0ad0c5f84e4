import type { PartId, ReportStructure, Section } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import type { RuleInput } from './rule.ts';

/** Parts told in a sentence, wherever it stands. */
const toldAnywhere: readonly PartId[] = ['self-intro', 'closing', 'personal-matters', 'last-year-rectification'];
const shortcomings: readonly PartId[] = ['problems', 'causes', 'plans', 'last-year-rectification'];
/** Sections on the person, whose figures (学习12次, 谈话9人次) are no work done. */
const onConduct: readonly PartId[] = [
  'study-politics',
  'self-discipline',
  'clean-governance',
  'dual-duty',
  'ideology',
  'personal-matters',
];

/** An opening longer than this holds more than the customary phrases. */
const customaryOpening = 400;

/** The highest headings; points (一是…) that stand there are none. */
export const topSections = ({ sections }: ReportStructure): Section[] =>
  sections.filter(({ level, style }) => level === 1 && style !== '一是');

/**
 * The words in which a mention counts for a part. A report divided into sections names many things in passing: 理论学习不够
 * among its problems and 廉洁自律 in its opening are no account of either.
 */
export const wordsThatTell = ({ text, structure, context }: RuleInput, part: PartId): string => {
  const tops = topSections(structure);
  if (tops.length < 2 || toldAnywhere.includes(part)) return text;
  const { opening, unheaded } = structure;
  const opens = opening !== null && opening.end - opening.start > customaryOpening ? wordsIn(text, opening) : '';
  // A kind that must give causes is about shortcomings all through, and tells the other parts among them.
  const all = context.kind?.parts.some((asked) => asked.part === 'causes' && asked.severity === 'must') === true;
  const told = all
    ? tops.map((section) => wordsIn(text, section))
    : tops.map((section) => (mayTell(section, part) ? ownWords(text, section, part) : leadOf(text, section, part)));
  const apart = shortcomings.includes(part) ? unheaded.map(({ span }) => wordsIn(text, span)) : [];
  return [opens, ...told, ...apart].join('\n');
};

/** Of a section on plans, the words that lead from the shortcomings to them. */
const leadToPlans = 300;

const mayTell = ({ roles }: Section, part: PartId): boolean => {
  if (part === 'causes' || part === 'plans') return true;
  if (part === 'problems') return roles.includes('problems') || !roles.includes('plans');
  if (roles.some((role) => shortcomings.includes(role))) return false;
  return part !== 'duties' || roles.length === 0 || roles.some((role) => !onConduct.includes(role));
};

const leadOf = (text: string, { start, end }: Section, part: PartId): string =>
  part === 'problems' ? text.slice(start, Math.min(end, start + leadToPlans)) : '';

const ownWords = (text: string, section: Section, part: PartId): string => {
  const kept: string[] = [];
  let at = section.start;
  for (const child of section.children.filter((below) => !mayTell(below, part))) {
    kept.push(text.slice(at, child.start));
    at = child.end;
  }
  return [...kept, text.slice(at, section.end)].join('\n');
};

const wordsIn = (text: string, { start, end }: Span): string => text.slice(start, end);
