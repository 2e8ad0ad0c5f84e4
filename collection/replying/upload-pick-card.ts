import type { Collection, Revision } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { pickCard } from './collection-card.ts';
import { tell } from './wording.ts';

/** Stands where the result will stand: the check goes on when somebody has said what the upload is for. */
export const uploadPickCard = (revision: Revision, choices: readonly Collection[]): Reply =>
  pickCard(
    tell.pickUpload(revision.file.name),
    'collection-upload',
    choices.map(({ id, name }) => ({ label: name, value: { revision: revision.id, collection: id } })),
  );
