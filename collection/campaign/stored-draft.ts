import type { CollectionDraft as StoredDraft } from '../../core/records.ts';
import type { CollectionDraft } from './draft.ts';

/** What was understood as it is kept until somebody confirms it; what is still open is told in its remarks. */
export const storedDraft = (
  draft: CollectionDraft,
  about: Pick<StoredDraft, 'id' | 'platform' | 'chatId' | 'timeZone' | 'source' | 'by'>,
): StoredDraft => ({
  ...about,
  name: draft.name ?? '',
  requirements: draft.requirements,
  audience: draft.audience,
  deadline: draft.deadline?.toISOString() ?? null,
  remarks: [...draft.missing.map(({ ask }) => ask), ...draft.questions.map(({ text }) => text), ...draft.notes],
  state: 'open',
});
