import type { Finding } from '../../core/finding.ts';

/** What somebody said is no problem: the words a rule complained about. */
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

/** Findings without those that were waived, and those; both in the order given. */
export const withoutWaived = (
  findings: readonly Finding[],
  waivers: readonly WaivedPhrase[],
  text: string,
): { readonly kept: Finding[]; readonly waived: Finding[] } => {
  const names = new Set(waivers.map(waiverName));
  const kept: Finding[] = [];
  const waived: Finding[] = [];
  for (const finding of findings) {
    (names.has(waiverName(waivedPhrase(finding, text))) ? waived : kept).push(finding);
  }
  return { kept, waived };
};

const bare = (words: string): string => words.replace(/\s+/gu, '');
