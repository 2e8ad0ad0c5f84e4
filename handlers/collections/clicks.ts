import { collectionCard } from '../../collection/replying/collection-card.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import { toast } from '../clicked-revision.ts';
import { closeCollection } from '../commands/close.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { changeDeadline, deadlineSet } from './change.ts';
import { clickedCollection } from './clicked-collection.ts';
import { clickedDraft, draftRefusal, onDraftClick, startDraft } from './drafts.ts';
import { onExcuseClick } from './excusing.ts';
import { onFinalClick } from './final-version.ts';
import { onEditClick, onFormSubmit } from './form.ts';
import { showInPlace } from './in-place.ts';
import { onPick } from './pick.ts';
import { onReturnClick } from './returning.ts';
import { namesIn } from './start.ts';
import { onUploadPick } from './upload-pick.ts';

type OnClick = (event: CardAction, ports: HandlerPorts) => Promise<Handled>;

const onClose: OnClick = async (event, ports) => {
  const clicked = await clickedCollection(event, ports);
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
  const closed = await closeCollection(clicked.collection, event.operator.id, ports);
  return {
    answer: toast('good', tell.toastClosed),
    work: async () => {
      const options = { now: ports.clock.now(), heading: 'changed' as const };
      await showInPlace(event, collectionCard(closed, await namesIn(event, ports), options), ports);
    },
  };
};

/** One of the instants that a phrase left open. */
const onDate: OnClick = async (event, ports) => {
  const at = new Date(event.value.at ?? '');
  if (Number.isNaN(at.getTime())) return { answer: toast('warn', tell.toastGone) };
  if (at <= ports.clock.now()) return { answer: toast('warn', tell.pastDeadline) };
  if (event.value.draft !== undefined) {
    const found = await clickedDraft(event, ports);
    if ('refused' in found) return draftRefusal(event, found, ports);
    return startDraft(event, { ...found.draft, deadline: at.toISOString() }, ports);
  }
  const clicked = await clickedCollection(event, ports);
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
  const changed = await changeDeadline(clicked.collection, at, event.operator.id, ports);
  return {
    answer: toast('good', tell.toastSaved),
    work: () => showInPlace(event, deadlineSet(changed, [], ports), ports),
  };
};

/** What a click is called → what it does. */
const clicks: Readonly<Record<string, OnClick>> = {
  'collection-pick': onPick,
  'collection-date': onDate,
  'collection-edit': onEditClick,
  'collection-close': onClose,
  'collection-form': onFormSubmit,
  'collection-draft-start': onDraftClick,
  'collection-draft-edit': onDraftClick,
  'collection-draft-drop': onDraftClick,
  'collection-excuse': onExcuseClick,
  'collection-excuse-submit': onExcuseClick,
  'collection-upload': onUploadPick,
  'report-final': onFinalClick,
  'report-unfinal': onFinalClick,
  'report-return': onReturnClick,
  'report-return-submit': onReturnClick,
};

/** Clicks about collections; null for any other. */
export const onCollectionClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled | null> => {
  const onClick = Object.hasOwn(clicks, event.action) ? clicks[event.action] : undefined;
  return onClick === undefined ? null : onClick(event, ports);
};
