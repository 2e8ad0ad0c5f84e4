import { localTime } from '../../core/local-time.ts';
import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { FormField, Reply } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { fileNameText } from '../file-name-pattern.ts';
import { shownMarks } from '../touched-fields.ts';
import type { Names } from './description.ts';
import { tell } from './wording.ts';

/** What a form begins with. */
export type FormStart =
  | { readonly collection: Collection }
  | { readonly draft: CollectionDraft }
  | { readonly empty: true };

/** The form for a new collection, for a draft with what was understood, or for changing a collection. */
export const collectionFormCard = (start: FormStart, names: Names, lines: readonly string[] = []): Reply => {
  const from = 'collection' in start ? start.collection : 'draft' in start ? start.draft : null;
  const fields = fieldsOf(from, names);
  const value: Record<string, string> =
    'collection' in start
      ? { collection: start.collection.id, shown: shownMarks(fields) }
      : 'draft' in start
        ? { draft: start.draft.id }
        : {};
  return reply({
    tone: 'info',
    title: 'collection' in start ? tell.formEditTitle(start.collection.name) : tell.formTitle,
    blocks: [
      ...lines.map((line) => ({ kind: 'text' as const, text: [line] })),
      {
        kind: 'form',
        id: 'collection',
        fields,
        submit: {
          id: 'collection-form',
          label: 'collection' in start ? tell.formSave : tell.formCreate,
          style: 'primary',
          value,
        },
      },
    ],
  });
};

const fieldsOf = (from: Collection | CollectionDraft | null, names: Names): FormField[] => {
  const requirements = from?.requirements ?? {};
  const audience = from?.audience ?? { mode: 'all' as const, chosen: [], exempt: [] };
  const people = audience.mode === 'chosen' ? audience.chosen : audience.exempt;
  const who = audience.mode === 'chosen' ? 'chosen' : audience.exempt.length > 0 ? 'exempt' : 'all';
  const deadline = from?.deadline ?? null;
  const text = (name: string, label: string, given: string | undefined, required = false): FormField => ({
    kind: 'text',
    name,
    label,
    required,
    ...(given === undefined ? {} : { value: given }),
  });
  return [
    text('name', tell.formName, from?.name, true),
    {
      kind: 'choice',
      name: 'kind',
      label: tell.formKind,
      options: [
        { value: 'any', label: tell.anyKind },
        ...names.kinds.map((kind) => ({ value: kind.id, label: kind.name })),
      ],
      value: requirements.kind ?? 'any',
      required: false,
    },
    {
      kind: 'datetime',
      name: 'deadline',
      label: tell.formDeadline,
      required: true,
      ...(deadline === null ? {} : { value: wallTime(new Date(deadline), from?.timeZone ?? 'Asia/Shanghai') }),
    },
    {
      kind: 'choice',
      name: 'audience',
      label: tell.formAudience,
      options: [
        { value: 'all', label: tell.audienceAll },
        { value: 'chosen', label: tell.audienceChosen },
        { value: 'exempt', label: tell.audienceExempt },
      ],
      value: who,
      required: false,
    },
    {
      kind: 'people',
      name: 'people',
      label: tell.formPeople,
      required: false,
      ...(people.length === 0 ? {} : { value: people.map((person) => person.id) }),
    },
    text('minCharacters', tell.formMin, requirements.minCharacters?.toString()),
    text('maxCharacters', tell.formMax, requirements.maxCharacters?.toString()),
    text(
      'fileName',
      tell.formFileName,
      requirements.fileName === undefined ? undefined : fileNameText(requirements.fileName),
    ),
  ];
};

/** "2026-12-31 18:00" on the wall there. */
const wallTime = (instant: Date, timeZone: string): string => {
  const { year, month, day, hour, minute } = localTime(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
};
