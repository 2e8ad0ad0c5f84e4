import { formRequirements, readCollectionForm } from '../../collection/collection-form.ts';
import { collectionCard } from '../../collection/replying/collection-card.ts';
import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import { touchedFields } from '../../collection/touched-fields.ts';
import type { CardAction } from '../../core/chat-event.ts';
import { draftIdOf } from '../../core/derived-id.ts';
import type { CollectionDraft } from '../../core/records.ts';
import { toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { changeByForm } from './change.ts';
import { clickedCollection } from './clicked-collection.ts';
import { clickedDraft, draftRefusal, startDraft } from './drafts.ts';
import { postAfterClick, showInPlace } from './in-place.ts';
import { namesIn, TIME_ZONE } from './start.ts';

/** 修改 on a collection's card: a form with what stands. */
export const onEditClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const clicked = await clickedCollection(event, ports);
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
  const { collection } = clicked;
  return {
    answer: toast('info', tell.toastForm),
    work: async () => postAfterClick(event, collectionFormCard({ collection }, await namesIn(event, ports)), ports),
  };
};

/** A filled-in form: a new collection, a draft put right, or changes to a collection. The first mistake is told. */
export const onFormSubmit = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const members = (await ports.stores.chats.members(event.platform, event.chatId)) ?? [];
  const touched = touchedFields(event.form, event.value.shown);
  const outcome = readCollectionForm(event.form, {
    touched,
    now: ports.clock.now(),
    timeZone: TIME_ZONE,
    kindIds: ports.settings.kinds.map(({ id }) => id),
    members,
  });
  if (!outcome.ok) return { answer: toast('warn', outcome.message) };
  const { fields } = outcome;
  if (event.value.collection !== undefined) {
    const clicked = await clickedCollection(event, ports);
    if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
    const changed = await changeByForm(clicked.collection, { fields, touched }, event.operator.id, ports);
    return {
      answer: toast('good', tell.toastSaved),
      work: async () => {
        const options = { now: ports.clock.now(), heading: 'changed' as const };
        await showInPlace(event, collectionCard(changed, await namesIn(event, ports), options), ports);
      },
    };
  }
  const found = event.value.draft === undefined ? null : await clickedDraft(event, ports);
  if (found !== null && 'refused' in found) return draftRefusal(event, found, ports);
  const draft = found?.draft ?? emptyDraft(event);
  await ports.stores.drafts.add(draft);
  return startDraft(
    event,
    {
      ...draft,
      name: fields.name,
      requirements: formRequirements(fields, draft.requirements),
      audience: fields.audience,
      deadline: fields.deadline.toISOString(),
      remarks: [],
    },
    ports,
  );
};

/** One per form card: sending it twice starts one collection. */
const emptyDraft = (event: CardAction): CollectionDraft => ({
  id: draftIdOf.form(event.platform, event.messageId),
  platform: event.platform,
  chatId: event.chatId,
  name: '',
  requirements: {},
  audience: { mode: 'all', chosen: [], exempt: [] },
  deadline: null,
  timeZone: TIME_ZONE,
  source: 'form',
  remarks: [],
  by: event.operator.id,
  state: 'open',
});
