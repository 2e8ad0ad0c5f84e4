import type { MemberRef } from '../../core/chat-event.ts';
import type { Revision } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { say } from '../../report/replying/wording.ts';
import { tell } from './wording.ts';

const nameOf = (member: MemberRef): string => member.name ?? say.nameless;

/** Asks an organiser why a version goes back to its author. */
export const returnFormCard = (revision: Revision): Reply =>
  reply({
    tone: 'info',
    title: tell.returnTitle(nameOf(revision.author), revision.number),
    subtitle: revision.file.name,
    blocks: [
      {
        kind: 'form',
        id: 'return',
        fields: [{ kind: 'text', name: 'reason', label: tell.returnReason, required: true }],
        submit: {
          id: 'report-return-submit',
          label: tell.returnSubmit,
          style: 'danger',
          value: { revision: revision.id },
        },
      },
    ],
  });

/** Tells the author, by name. */
export const returnedCard = (revision: Revision, reason: string): Reply =>
  reply({
    tone: 'warn',
    title: tell.returnedTitle(revision.number),
    subtitle: revision.file.name,
    blocks: [
      { kind: 'text', text: [{ mention: revision.author.id }, tell.returnedBody] },
      ...(reason === '' ? [] : [{ kind: 'text' as const, text: [{ bold: tell.returnedReason(reason) }] }]),
    ],
  });
