import { type FormFields, formRequirements } from '../../collection/collection-form.ts';
import { audienceText, kindName, weekdayDateText } from '../../collection/replying/description.ts';
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
  const changed: Collection = { ...collection, deadline: at.toISOString() };
  if (changed.deadline === new Date(collection.deadline).toISOString()) return collection;
  const what = tell.historyDeadline(dateText(at, ports.clock.now(), collection.timeZone));
  await ports.stores.collections.update(changed, by, what);
  await rememberMembers(collection, ports);
  return changed;
};

/** The answer to a deadline that was set; `assumed` is what was taken for granted. */
export const deadlineSet = (collection: Collection, assumed: readonly string[], ports: HandlerPorts): Reply => {
  const now = ports.clock.now();
  const { deadline, timeZone } = collection;
  const soon = Date.parse(deadline) - now.getTime() <= DAY;
  return noteCard('good', say.deadlineSetTitle, [
    deadlineLine({ deadline, timeZone, handedIn: null }, now),
    ...assumed.map((clause) => `${clause}。`),
    soon ? say.deadlineSoon : say.deadlineSet,
  ]);
};

/** Takes over what a form says; the history tells each difference. Nothing is written when there is none. */
export const changeByForm = async (
  collection: Collection,
  fields: FormFields,
  by: string,
  ports: HandlerPorts,
): Promise<Collection> => {
  const names = await namesIn(collection, ports);
  const changed: Collection = {
    ...collection,
    name: fields.name,
    requirements: formRequirements(fields, collection.requirements),
    audience: fields.audience,
    deadline: fields.deadline.toISOString(),
  };
  const { requirements: before } = collection;
  const { requirements: after } = changed;
  const length = ({ minCharacters: min, maxCharacters: max }: typeof after): string =>
    min === undefined && max === undefined ? tell.noLimit : tell.characters(min, max);
  const differences = [
    collection.name === changed.name ? null : tell.historyName(changed.name),
    Date.parse(collection.deadline) === fields.deadline.getTime()
      ? null
      : tell.historyDeadline(weekdayDateText(fields.deadline, ports.clock.now(), collection.timeZone)),
    before.kind === after.kind ? null : tell.historyKind(kindName(names.kinds, after.kind)),
    length(before) === length(after) ? null : tell.historyLength(length(after)),
    before.fileName === after.fileName ? null : tell.historyFileName(after.fileName ?? tell.noLimit),
    sameAudience(collection.audience, changed.audience)
      ? null
      : tell.historyAudience(audienceText(changed.audience, names.members)),
  ].filter((difference) => difference !== null);
  if (differences.length === 0) return collection;
  await ports.stores.collections.update(changed, by, differences.join('；'));
  return changed;
};

const sameAudience = (a: Collection['audience'], b: Collection['audience']): boolean => {
  const ids = (audience: Collection['audience']) =>
    [audience.mode, ...[...audience.chosen, { id: '-' }, ...audience.exempt].map(({ id }) => id)].join(' ');
  return ids(a) === ids(b);
};
