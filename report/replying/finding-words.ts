import type { Finding } from '../../core/finding.ts';

/** What stands below a quotation: what is wrong, and what to write instead; either may be missing. */
export interface FindingWords {
  readonly message: string;
  /** The words to change, where the quotation shows more than these. */
  readonly from: string | null;
  readonly to: string | null;
}

const ends = /[，,；;。]$/u;
const advised = /[，,；;]?(?:建议|请)(?:写作|改为|改成|写成)“(.+)”$/su;
const mistaken = /^“([^“”]+)”(?:有误|写错了?)，应为“([^“”]+)”$/u;

/**
 * A finding's message as it reads below its quotation: words that stand above are not said again, and the words to write
 * are said once, behind an arrow.
 */
export const findingWords = (
  { message, excerpt, suggestion }: Pick<Finding, 'message' | 'excerpt' | 'suggestion'>,
  quote: string | null,
): FindingWords => {
  const above = (words: string): boolean => quote?.includes(words) === true || excerpt === words;
  const slip = mistaken.exec(message);
  if (slip?.[1] !== undefined && slip[2] !== undefined && above(slip[1])) {
    return { message: '', from: quote === slip[1] ? null : slip[1], to: slip[2] };
  }
  const advice = advised.exec(message);
  const to = advice?.[1] ?? (suggestion === '' ? null : suggestion);
  const unadvised = advice === null ? message : message.slice(0, advice.index);
  const said = withoutOpening(unadvised, excerpt, above).replace(ends, '');
  // 固定提法是“尊崇党章” says it already.
  return { message: said, from: null, to: to === null || said.includes(to) ? null : to };
};

/** “党建项问题”里“项”前面没有数字 below that very quotation: “项”前面没有数字. */
const withoutOpening = (message: string, excerpt: string, above: (words: string) => boolean): string => {
  const whole = `“${excerpt}”：`;
  if (message.startsWith(whole)) return message.slice(whole.length);
  const opening = /^“([^“”]{2,})”(：|里(?=“)|里|(?=[像缺少漏重]))/u.exec(message);
  if (opening?.[1] === undefined || !above(opening[1])) return message;
  const rest = message.slice(opening[0].length);
  if (rest === '') return message;
  return opening[2] === '里' && !rest.startsWith('“') ? `这里${rest}` : rest;
};

/** A finding with those that say the very same of the very same words elsewhere. */
export type Alike = Finding & { readonly alike?: readonly Finding[] };

/** Findings that would read the same are told once, where the first of them stands. */
export const toldOnce = (findings: readonly Finding[]): Alike[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.message, finding.excerpt, finding.suggestion]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap(([first, ...alike]) =>
    first === undefined ? [] : [alike.length === 0 ? first : { ...first, alike }],
  );
};
