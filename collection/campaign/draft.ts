import type { Audience } from '../../core/records.ts';
import type { Requirements } from '../../core/report-kind.ts';
import type { DateQuestion } from '../dates/date-phrase.ts';
import type { Field } from '../requirements/field.ts';
import type { RequirementFields } from '../requirements/read-requirements.ts';

/** A collection as far as somebody's words tell it; shown for confirmation before it starts. */
export interface CollectionDraft {
  readonly name: string | null;
  readonly requirements: Requirements;
  readonly audience: Audience;
  readonly deadline: Date | null;
  /** What was understood, one line each, with the words it came from. */
  readonly understood: readonly Understood[];
  /** What has to be told before it can start, and what to write. */
  readonly missing: readonly { readonly field: 'name' | 'deadline' | 'audience'; readonly ask: string }[];
  /** To be asked back with a button per candidate. */
  readonly questions: readonly DateQuestion[];
  /** Chinese clauses: what was taken for granted or could not be used. */
  readonly notes: readonly string[];
}

export interface Understood {
  readonly field: keyof Requirements | 'name' | 'deadline' | 'audience';
  /** The words of the command or notice. */
  readonly words: string;
  readonly confidence: number;
}

export const understood = (field: Understood['field'], from: Field<unknown> | null, text: string): Understood[] =>
  from === null
    ? []
    : [
        {
          field,
          words: text.slice(from.span.start, from.span.end).replace(/\s+/gu, ' ').trim(),
          confidence: from.confidence,
        },
      ];

/** What the requirements were read from, in the order a card lists them. */
export const understoodRequirements = (fields: RequirementFields, text: string): Understood[] => [
  ...understood('kind', fields.kind, text),
  ...understood('year', fields.year, text),
  ...understood('maxCharacters', fields.length, text),
  ...understood('problemShare', fields.problemShare, text),
  ...understood('parts', fields.parts, text),
  ...understood('formats', fields.formats, text),
  ...understood('fileName', fields.fileName, text),
  ...understood('layout', fields.layout, text),
];
