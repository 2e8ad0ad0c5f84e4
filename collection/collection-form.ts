import type { MemberRef } from '../core/chat-event.ts';
import { instantOf } from '../core/local-time.ts';
import type { Audience } from '../core/records.ts';
import type { Requirements } from '../core/report-kind.ts';
import { fileNamePattern } from './file-name-pattern.ts';
import { tell } from './replying/wording.ts';

export interface FormFields {
  readonly name: string;
  readonly kind: string | undefined;
  readonly deadline: Date;
  readonly audience: Audience;
  readonly minCharacters: number | undefined;
  readonly maxCharacters: number | undefined;
  readonly fileName: string | undefined;
}

export type FormOutcome =
  | { readonly ok: true; readonly fields: FormFields }
  /** Chinese: which field, and what to write. */
  | { readonly ok: false; readonly message: string };

const MAX_NAME = 60;
const MAX_FILE_NAME = 80;
const FAR = 3 * 366 * 24 * 60 * 60 * 1000;

/** What somebody filled in, judged; the first mistake is told. Pure. */
export const readCollectionForm = (
  form: Readonly<Record<string, string | readonly string[]>>,
  context: {
    readonly now: Date;
    readonly timeZone: string;
    readonly kindIds: readonly string[];
    readonly members: readonly MemberRef[];
    /** What was changed in the form; a deadline that was left alone may be past. */
    readonly touched?: ReadonlySet<string> | null;
  },
): FormOutcome => {
  const word = (field: string): string => {
    const given = form[field];
    return typeof given === 'string' ? given.normalize('NFKC').trim() : '';
  };
  const name = word('name')
    .replace(/\s+/gu, ' ')
    .replace(/^《(.*)》$/u, '$1');
  if (name === '') return refuse(tell.needName);
  if (name.length > MAX_NAME) return refuse(tell.longName);

  const deadline = readWallTime(word('deadline'), context.timeZone);
  if (deadline === null) return refuse(tell.needDeadline);
  const moved = context.touched?.has('deadline') ?? true;
  if (moved && deadline <= context.now) return refuse(tell.pastDeadline);
  if (moved && deadline.getTime() - context.now.getTime() > FAR) return refuse(tell.farDeadline);

  const given = form.people;
  const ids = typeof given === 'string' ? [given] : (given ?? []);
  const people = ids.map((id) => context.members.find((member) => member.id === id) ?? { id });
  const who = word('audience');
  if ((who === 'chosen' || who === 'exempt') && people.length === 0) return refuse(tell.needPeople);

  const min = readCount(word('minCharacters'));
  const max = readCount(word('maxCharacters'));
  if (min === null) return refuse(tell.badCount(tell.formMin));
  if (max === null) return refuse(tell.badCount(tell.formMax));
  if (min !== undefined && max !== undefined && min > max) return refuse(tell.countOrder);

  const fileName = fileNamePattern(word('fileName').slice(0, MAX_FILE_NAME));
  return {
    ok: true,
    fields: {
      name,
      kind: context.kindIds.includes(word('kind')) ? word('kind') : undefined,
      deadline,
      audience: {
        mode: who === 'chosen' ? 'chosen' : 'all',
        chosen: who === 'chosen' ? people : [],
        exempt: who === 'exempt' ? people : [],
      },
      minCharacters: min,
      maxCharacters: max,
      fileName: fileName === '' ? undefined : fileName,
    },
  };
};

/** What the form says of requirements over what stood before: it shows not all of them. */
export const formRequirements = (
  fields: Omit<FormFields, 'deadline' | 'audience'>,
  before: Requirements,
): Requirements => {
  const { kind, minCharacters, maxCharacters, fileName, ...kept } = before;
  const year = /(20\d{2})\s?年/u.exec(fields.name)?.[1];
  return {
    ...kept,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(fields.kind === undefined ? {} : { kind: fields.kind }),
    ...(fields.minCharacters === undefined ? {} : { minCharacters: fields.minCharacters }),
    ...(fields.maxCharacters === undefined ? {} : { maxCharacters: fields.maxCharacters }),
    ...(fields.fileName === undefined ? {} : { fileName: fields.fileName }),
  };
};

const refuse = (message: string): FormOutcome => ({ ok: false, message });

/** A field left empty is undefined, one that is no number null. */
const readCount = (words: string): number | undefined | null => {
  if (words === '') return undefined;
  const digits = /^(\d{1,6})\s?字?$/u.exec(words.replace(/(?<=\d),(?=\d{3})/gu, ''))?.[1];
  const count = Number(digits);
  return digits === undefined || count === 0 ? null : count;
};

/** "2026-12-31 18:00" on the wall there. */
const readWallTime = (words: string, timeZone: string): Date | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/u.exec(words);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return null;
  const at = instantOf({ year, month, day, hour, minute }, timeZone);
  return Number.isNaN(at.getTime()) ? null : at;
};
