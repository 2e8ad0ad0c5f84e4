import type { MissingPart, Severity } from '../../core/finding.ts';
import type { PartCues, RequiredPart } from '../../core/report-kind.ts';
import type { PartId, ReportStructure, Section } from '../../core/report-structure.ts';
import { topSections, wordsThatTell } from './part-passages.ts';
import type { RuleInput } from './rule.ts';
import { everySection } from './sections.ts';

export interface PartsOutcome {
  readonly missing: readonly MissingPart[];
  readonly parts: { readonly present: number; readonly required: number };
}

/** Which of the parts that the kind and the collection ask for are not in the report. */
export const missingParts = (input: RuleInput): PartsOutcome => {
  const asked = askedParts(input);
  const empty = emptySections(input);
  const missing = asked
    .filter(({ part }) => !hasPart(input, part, empty))
    .map(({ part, severity, why }) => ({
      part,
      name: nameOf(input.context.parts, part),
      severity,
      why: whyOf(input.text, part, why, empty),
    }));
  const required = asked.filter(({ severity }) => severity !== 'hint').length;
  return {
    missing,
    parts: { present: required - missing.filter(({ severity }) => severity !== 'hint').length, required },
  };
};

const askedParts = ({ context, structure, text }: RuleInput): RequiredPart[] => {
  const { kind, requirements } = context;
  if (kind === null) return [];
  const form = structure.author.form === 'unknown' ? kind.form : structure.author.form;
  const ofKind = kind.parts.filter((part) => part.form === undefined || form === 'either' || part.form === form);
  const wished = (requirements.parts ?? [])
    .filter((part) => !ofKind.some((other) => other.part === part && other.severity === 'must'))
    .map((part) => ({ part, severity: 'must' as Severity, why: '本次收集要求写明' }));
  const own = ofKind.filter((part) => !wished.some((other) => other.part === part.part));
  const narrow = ofBusiness(text) || aboutLaw.test(structure.title?.value ?? '');
  return [...(narrow ? own.map(lessPolitical) : own), ...wished];
};

/** A report on one duty of an official, the rule of law, which has no place for the others. */
const aboutLaw = /^(?!.*述[职廉责]).*(?:述法|法治)/u;

/** A company's report that speaks of no party matter: what party rules ask of officials is but a hint there. */
const ofBusiness = (text: string): boolean => /公司|集团|客户|销售|业绩/.test(text) && !/党|政治|廉/.test(text);

const lessPolitical = (part: RequiredPart): RequiredPart =>
  ['study-politics', 'self-discipline'].includes(part.part) && part.severity === 'should'
    ? { ...part, severity: 'hint' }
    : part;

const shortestNarrative = 600;

/** A part is there when a section, an unheaded passage, the reader's finds or a cue in the text says so. */
const hasPart = (input: RuleInput, part: PartId, empty: readonly Section[]): boolean => {
  const { structure, context, text } = input;
  const standing: Partial<Record<PartId, boolean>> = {
    title: structure.title !== null,
    closing: structure.closing !== null,
    // The name may stand under the title instead, as in reports that are read out.
    signature: structure.signature !== null || structure.author.name !== null,
    date: structure.issueDate !== null,
  };
  if (standing[part] !== undefined) return standing[part];
  if (part === 'self-intro' && introduced(structure)) return true;
  if (structure.sections.some((section) => plays(section, part, empty))) return true;
  if (structure.unheaded.some((passage) => passage.part === part)) return true;
  if (empty.some((section) => section.roles.includes(part))) return false;
  // A narrative without headings tells of the work in its own order.
  if (part === 'duties' && structure.sections.length === 0 && text.length > shortestNarrative) return true;
  const words = wordsThatTell(input, part);
  return cuesOf(context.parts, part).some((cue) => cue.test(words));
};

/** Title, byline and signature tell who reports. */
const introduced = ({ author }: ReportStructure): boolean =>
  author.post !== null && (author.name !== null || author.unit !== null);

/** Headings that nothing follows; none where that is how most of their neighbours are written. */
const emptySections = ({ text, structure }: RuleInput): Section[] =>
  [topSections(structure), ...[...everySection(structure.sections)].map(({ children }) => children)].flatMap(
    (neighbours) => {
      const empty = neighbours.filter((section) => isHeadingAlone(text, section));
      return empty.length * 2 > neighbours.length ? [] : empty;
    },
  );

const isHeadingAlone = (text: string, { heading, title, end, children }: Section): boolean =>
  children.length === 0 &&
  title.length <= 30 &&
  !/[\p{L}\p{N}]/u.test(
    text
      .slice(heading.end, Math.min(end, heading.end + 200))
      .replace(/^[\s（(]*略[）)。]?|##[^#\n]{1,24}##|【[^】\n]*】/gu, ''),
  ) &&
  (!/[。；！]$/u.test(text.slice(heading.start, heading.end)) ||
    /(?:情况|方面|问题|不足|打算|措施|方向)$/u.test(title));

const whyOf = (text: string, part: PartId, why: string, empty: readonly Section[]): string => {
  const section = empty.find(({ roles }) => roles.includes(part));
  return section === undefined
    ? why
    : `“${text.slice(section.heading.start, section.heading.end)}”下面没有内容；${why}`;
};

const plays = (section: Section, part: PartId, empty: readonly Section[]): boolean =>
  !empty.includes(section) &&
  (section.roles.includes(part) || section.children.some((child) => plays(child, part, empty)));

const nameOf = (parts: readonly PartCues[], part: PartId): string =>
  parts.find((candidate) => candidate.part === part)?.name ?? part;

const compiled = new WeakMap<readonly PartCues[], Map<PartId, readonly RegExp[]>>();

const cuesOf = (parts: readonly PartCues[], part: PartId): readonly RegExp[] => {
  let byPart = compiled.get(parts);
  if (byPart === undefined) {
    byPart = new Map(parts.map((entry) => [entry.part, entry.cues.map((cue) => new RegExp(cue, 'u'))]));
    compiled.set(parts, byPart);
  }
  return byPart.get(part) ?? [];
};
