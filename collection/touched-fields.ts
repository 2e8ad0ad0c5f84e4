import { createHash } from 'node:crypto';
import type { FormField } from '../core/reply.ts';

type Given = string | readonly string[] | undefined;

const markOf = (given: Given): string => {
  const words = typeof given === 'string' ? given.normalize('NFKC').trim() : [...(given ?? [])].sort().join(' ');
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
};

/** What a form showed when it was made, small enough to travel with its button. */
export const shownMarks = (fields: readonly FormField[]): string =>
  fields.map(({ name, value }) => `${name}:${markOf(value)}`).join(',');

/**
 * The fields of a filled-in form that differ from what it showed: what was left alone is no wish, and must not undo what
 * somebody else changed meanwhile. Null: the form does not tell, so everything counts.
 */
export const touchedFields = (
  form: Readonly<Record<string, string | readonly string[]>>,
  marks: string | undefined,
): ReadonlySet<string> | null => {
  if (marks === undefined) return null;
  return new Set(
    marks.split(',').flatMap((entry) => {
      const [name = '', mark] = entry.split(':');
      return markOf(form[name]) === mark ? [] : [name];
    }),
  );
};
