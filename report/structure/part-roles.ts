import type { PartCues } from '../../core/report-kind.ts';
import type { PartId } from '../../core/report-structure.ts';

/** Compiled heading and text cues; compiling costs more than using them, so a configuration is compiled once. */
export interface PartMatcher {
  /** Every part a heading's words carry, in the order of the cues. */
  readonly ofHeading: (title: string) => PartId[];
  readonly inText: (part: PartId, words: string) => boolean;
}

/** Characters of a heading that are looked at. */
const longestHeading = 80;

const compiled = new WeakMap<readonly PartCues[], PartMatcher>();

export const partMatcher = (cues: readonly PartCues[]): PartMatcher => {
  const known = compiled.get(cues);
  if (known !== undefined) return known;
  const parts = cues.map((cue) => ({
    part: cue.part,
    headings: cue.headings.map((pattern) => new RegExp(pattern, 'u')),
    cues: cue.cues.map((pattern) => new RegExp(pattern, 'u')),
  }));
  const byPart = new Map(parts.map((part) => [part.part, part]));
  const matcher: PartMatcher = {
    ofHeading: (title) => {
      const words = title.slice(0, longestHeading);
      return parts.filter((part) => part.headings.some((pattern) => pattern.test(words))).map((part) => part.part);
    },
    inText: (part, words) => byPart.get(part)?.cues.some((pattern) => pattern.test(words)) ?? false,
  };
  compiled.set(cues, matcher);
  return matcher;
};

/** Measures that are found wanting are a problem, no plan. */
const lacking = /不(?:够|足|到位|力|强|深|实|细|高|严)|缺乏|欠缺|薄弱|滞后/u;

const bareProblems = /^(?:存在|主要|自身|个人)?的?(?:问题|不足|短板|差距)$/u;

const aboutShortcomings: readonly PartId[] = ['problems', 'causes', 'plans', 'last-year-rectification'];

/**
 * The roles of a section. A heading about shortcomings or plans is about nothing else; a top-level heading that names
 * no part is about the work done. Below problems or plans a heading names what they are about, not a part.
 */
export const rolesOfHeading = (
  matcher: PartMatcher,
  title: string,
  level: number,
  parentRoles: readonly PartId[],
): PartId[] => {
  const found = matcher.ofHeading(title);
  const shortcomings = found.filter((part) => aboutShortcomings.includes(part));
  if (parentRoles.some((part) => aboutShortcomings.includes(part)))
    return shortcomings.filter((part) =>
      part === 'problems'
        ? parentRoles.includes('problems') || bareProblems.test(title)
        : !lacking.test(title.slice(0, longestHeading)),
    );
  if (shortcomings.length > 0) return shortcomings;
  if (found.length > 0 || level > 1) return found;
  return ['duties'];
};

/** A matcher that gives some headings further parts, by title. */
export const withRoles = (matcher: PartMatcher, roles: ReadonlyMap<string, PartId>): PartMatcher => {
  if (roles.size === 0) return matcher;
  return {
    ...matcher,
    ofHeading: (title) => {
      const role = roles.get(title);
      const found = matcher.ofHeading(title);
      return role === undefined || found.includes(role) ? found : [...found, role];
    },
  };
};

/**
 * Headings on a later year than one before them looks back on, which are plans (2022年工作回顾 … 2023年主要工作). `titles`
 * are those of the highest headings in order.
 */
export const laterYears = (titles: readonly string[]): Map<string, PartId> => {
  let reviewed: number | null = null;
  const ahead = new Map<string, PartId>();
  for (const title of titles) {
    const year = Number(/20\d{2}(?=年)/u.exec(title)?.[0] ?? Number.NaN);
    if (Number.isNaN(year)) continue;
    if (reviewed !== null && year > reviewed && !/回顾|总结|完成情况|成绩|成效/u.test(title)) ahead.set(title, 'plans');
    else reviewed = Math.max(reviewed ?? 0, year);
  }
  return ahead;
};
