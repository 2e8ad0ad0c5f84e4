import type { Finding, MissingPart } from '../../core/finding.ts';
import type { ReportResult } from '../../core/report-result.ts';

/** What somebody said is no problem: the words a rule complained about, or a part that a kind asks for. */
export interface WaivedPhrase {
  readonly rule: string;
  readonly phrase: string;
}

const CONTEXT = 6;
const COUNTED = /[\p{L}\p{N}]/gu;

/**
 * The words by which a finding is known again in later versions: its own without white space, or with a little of what
 * stands around when they are too few to tell (a comma, 一). Empty for a finding about the text as a whole.
 */
export const waivedPhrase = (finding: Finding, text: string): WaivedPhrase => {
  const own = bare(text.slice(finding.start, finding.end));
  const telling = own === '' || (own.match(COUNTED)?.length ?? 0) >= 2;
  const around = text.slice(Math.max(0, finding.start - CONTEXT), finding.end + CONTEXT);
  return { rule: finding.rule, phrase: telling ? own.slice(0, 200) : bare(around) };
};

/** Names a rule and phrase, for looking them up. */
export const waiverName = ({ rule, phrase }: WaivedPhrase): string => `${rule} ${phrase}`;

/** A missing part is known again by the kind that asks for it: no rule has this name. */
export const waivedPart = (kindId: string, { part }: MissingPart): WaivedPhrase => ({
  rule: 'missing-part',
  phrase: `${kindId} ${part}`,
});

/** A result with what was waived set aside and everything else back in its place, whatever was set aside before. */
export const setAside = (result: ReportResult, waivers: readonly WaivedPhrase[], text: string): ReportResult => {
  const { findings, waived = [], missing, waivedParts = [], parts, ...rest } = result;
  const names = new Set(waivers.map(waiverName));
  const isWaived = (finding: Finding): boolean => names.has(waiverName(waivedPhrase(finding, text)));
  const isUnneeded = (part: MissingPart): boolean =>
    result.kind !== null && names.has(waiverName(waivedPart(result.kind.id, part)));
  const [allFindings, allParts] = [
    [...findings, ...waived],
    [...missing, ...waivedParts],
  ];
  const unneeded = allParts.filter(isUnneeded);
  const aside = allFindings.filter(isWaived);
  return {
    ...rest,
    parts: { ...parts, required: parts.required + countAsked(waivedParts) - countAsked(unneeded) },
    missing: allParts.filter((part) => !isUnneeded(part)),
    findings: allFindings.filter((finding) => !isWaived(finding)),
    ...(aside.length === 0 ? {} : { waived: aside }),
    ...(unneeded.length === 0 ? {} : { waivedParts: unneeded }),
  };
};

/** Hints are not counted among what a kind requires. */
const countAsked = (parts: readonly MissingPart[]): number =>
  parts.filter(({ severity }) => severity !== 'hint').length;

const bare = (words: string): string => words.replace(/\s+/gu, '');
