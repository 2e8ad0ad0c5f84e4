import type { Severity } from '../../core/finding.ts';
import type { Remark } from './rule.ts';

export interface Pattern {
  /** Global; the first group is the finding where there is one, otherwise the whole match. */
  readonly pattern: RegExp;
  readonly message: string | ((match: RegExpExecArray) => string);
  readonly severity?: Severity;
  readonly suggestion?: string | ((match: RegExpExecArray) => string | null);
  /** Says no to a match that only looks like one. */
  readonly unless?: (match: RegExpExecArray, text: string) => boolean;
}

/** Remarks of simple patterns, by pattern and then by place. */
export function* matched(
  text: string,
  patterns: readonly Pattern[],
  span: 'group' | 'match' = 'group',
): Iterable<Remark> {
  for (const { pattern, message, severity, suggestion, unless } of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '' || unless?.(match, text) === true) continue;
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
