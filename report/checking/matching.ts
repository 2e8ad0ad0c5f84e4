import type { Severity } from '../../core/finding.ts';
import type { Remark } from './rule.ts';
import type { TextIndex } from './text-index.ts';

export interface Pattern {
  /** Global; the first group is the finding where there is one, otherwise the whole match. */
  readonly pattern: RegExp;
  /**
   * Something rare and quickly found that every match holds at its end. The pattern is then tried only on the few
   * characters before each of its places, which is many times faster for patterns that start with a choice of words.
   */
  readonly anchor?: RegExp;
  readonly message: string | ((match: RegExpExecArray) => string);
  readonly severity?: Severity;
  readonly suggestion?: string | ((match: RegExpExecArray) => string | null);
  /** Says no to a match that only looks like one. */
  readonly unless?: (match: RegExpExecArray, text: string) => boolean;
}

/** What is said of all the words of a match. */
export const remarkOn = (match: RegExpExecArray, message: string): Remark => ({
  start: match.index,
  end: match.index + match[0].length,
  message,
});

/** Remarks of simple patterns, by pattern and then by place. */
export function* matched(
  index: TextIndex,
  patterns: readonly Pattern[],
  span: 'group' | 'match' = 'group',
): Iterable<Remark> {
  for (const { pattern, anchor, message, severity, suggestion, unless } of patterns) {
    for (const match of anchor === undefined ? index.matches(pattern) : anchored(index, pattern, anchor)) {
      if (match[0] === '' || unless?.(match, index.text) === true) continue;
      const words = span === 'group' ? (match[1] ?? match[0]) : match[0];
      const start = match.index + match[0].indexOf(words);
      yield {
        start,
        end: start + words.length,
        message: typeof message === 'string' ? message : message(match),
        ...(severity === undefined ? {} : { severity }),
        ...(suggestion === undefined
          ? {}
          : { suggestion: typeof suggestion === 'string' ? suggestion : suggestion(match) }),
      };
    }
  }
}

/** How far before an anchor its pattern may start, look-behind included; and how far after it may look. */
const before = 32;
const after = 4;

function* anchored(index: TextIndex, pattern: RegExp, anchor: RegExp): Iterable<RegExpExecArray> {
  const { text } = index;
  for (const place of index.matches(anchor)) {
    const end = place.index + place[0].length;
    const from = Math.max(0, place.index - before);
    for (const match of text.slice(from, end + after).matchAll(pattern)) {
      if (from + match.index + match[0].length !== end) continue;
      match.index += from;
      yield match;
    }
  }
}
