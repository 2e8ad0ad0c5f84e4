import { type FormFields, formRequirements } from '../../collection/collection-form.ts';
import { fileNameText } from '../../collection/file-name-pattern.ts';
import { audienceText, kindName, type Names, weekdayDateText } from '../../collection/replying/description.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { dateText, deadlineLine } from '../../report/replying/deadline-line.ts';
import { say } from '../../report/replying/wording.ts';
import type { HandlerPorts } from '../ports.ts';
import { namesIn, rememberMembers } from './start.ts';

const DAY = 24 * 60 * 60 * 1000;

export const changeDeadline = async (
  collection: Collection,
  at: Date,
  by: string,
  ports: HandlerPorts,
): Promise<Collection> => {
  const what = tell.historyDeadline(dateText(at, ports.clock.now(), collection.timeZone));
  const changed = await ports.stores.collections.change(collection.id, by, (standing) =>
    standing.state === 'closed' || Date.parse(standing.deadline) === at.getTime()
      ? null
      : { collection: { ...standing, deadline: at.toISOString() }, what },
  );
  await rememberMembers(collection, ports);
  return changed;
};

/** The answer to a deadline that was set; `assumed` is what was taken for granted. */
export const deadlineSet = (collection: Collection, assumed: readonly string[], ports: HandlerPorts): Reply => {
  const now = ports.clock.now();
  if (collection.state === 'closed') return noteCard('warn', say.deadlineRefusedTitle, [tell.closedMeanwhile]);
  const { name, deadline, timeZone } = collection;
  const soon = Date.parse(deadline) - now.getTime() <= DAY;
  return noteCard('good', say.deadlineSetTitle, [
    ...(name === say.collectionName ? [] : [[{ bold: tell.heard(name) }]]),
    deadlineLine({ deadline, timeZone, handedIn: null }, now),
    ...assumed.map((clause) => `${clause}。`),
    soon ? say.deadlineSoon : say.deadlineSet,
  ]);
};

/**
 * Takes over what was changed in a form; the history tells each difference. Nothing is written when there is none, and
 * what others changed since the form was made stays theirs.
 */
export const changeByForm = async (
  collection: Collection,
  form: { readonly fields: FormFields; readonly touched: ReadonlySet<string> | null },
  by: string,
  ports: HandlerPorts,
): Promise<Collection> => {
  const names = await namesIn(collection, ports);
  const now = ports.clock.now();
  return ports.stores.collections.change(collection.id, by, (standing) => {
    const changed = filledIn(standing, form.fields, form.touched);
    const differences = differencesOf(standing, changed, names, now);
    return differences.length === 0 ? null : { collection: changed, what: differences.join('；') };
  });
};

/** The collection with the touched fields of a form in place of its own. */
const filledIn = (standing: Collection, fields: FormFields, touched: ReadonlySet<string> | null): Collection => {
  const wants = (...names: string[]): boolean => touched === null || names.some((name) => touched.has(name));
  const { requirements: before } = standing;
  const name = wants('name') ? fields.name : standing.name;
  return {
    ...standing,
    name,
    requirements: formRequirements(
      {
        name,
        kind: wants('kind') ? fields.kind : before.kind,
        minCharacters: wants('minCharacters') ? fields.minCharacters : before.minCharacters,
        maxCharacters: wants('maxCharacters') ? fields.maxCharacters : before.maxCharacters,
        fileName: wants('fileName') ? fields.fileName : before.fileName,
      },
      before,
    ),
    audience: wants('audience', 'people') ? fields.audience : standing.audience,
    deadline: wants('deadline') ? fields.deadline.toISOString() : standing.deadline,
  };
};

const differencesOf = (standing: Collection, changed: Collection, names: Names, now: Date): string[] => {
  const { requirements: before } = standing;
  const { requirements: after } = changed;
  const length = ({ minCharacters: min, maxCharacters: max }: typeof after): string =>
    min === undefined && max === undefined ? tell.noLimit : tell.characters(min, max);
  return [
    standing.name === changed.name ? null : tell.historyName(changed.name),
    Date.parse(standing.deadline) === Date.parse(changed.deadline)
      ? null
      : tell.historyDeadline(weekdayDateText(new Date(changed.deadline), now, standing.timeZone)),
    before.kind === after.kind ? null : tell.historyKind(kindName(names.kinds, after.kind)),
    length(before) === length(after) ? null : tell.historyLength(length(after)),
    before.fileName === after.fileName
      ? null
      : tell.historyFileName(after.fileName === undefined ? tell.noLimit : fileNameText(after.fileName)),
    sameAudience(standing.audience, changed.audience)
      ? null
      : tell.historyAudience(audienceText(changed.audience, names.members)),
  ].filter((difference) => difference !== null);
};

const sameAudience = (a: Collection['audience'], b: Collection['audience']): boolean => {
  const ids = (audience: Collection['audience']) =>
    [audience.mode, ...[...audience.chosen, { id: '-' }, ...audience.exempt].map(({ id }) => id)].join(' ');
  return ids(a) === ids(b);
};
