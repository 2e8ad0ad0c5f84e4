import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { tell } from './wording.ts';

/** Asks an organiser who need not hand in, or has to after all. */
export const excuseFormCard = (collection: Collection): Reply =>
  reply({
    tone: 'info',
    title: tell.excuseTitle(collection.name),
    blocks: [
      {
        kind: 'form',
        id: 'excuse',
        fields: [
          { kind: 'people', name: 'people', label: tell.excusePeople, required: true },
          {
            kind: 'choice',
            name: 'decision',
            label: tell.excuseDecision,
            options: [
              { value: 'exempt', label: tell.decisionExempt },
              { value: 'leave', label: tell.decisionLeave },
              { value: 'ask-again', label: tell.decisionAskAgain },
            ],
            value: 'exempt',
            required: true,
          },
          { kind: 'text', name: 'reason', label: tell.excuseReason, required: false },
        ],
        submit: {
          id: 'collection-excuse-submit',
          label: tell.formSave,
          style: 'primary',
          value: { collection: collection.id },
        },
      },
    ],
  });
