import type { Reply } from '../../core/reply.ts';
import { recheckButton, reply } from './card-parts.ts';
import { type DeadlineView, deadlineLine } from './deadline-line.ts';
import { say } from './wording.ts';

/** What is sent the moment a file came in; everything later is an edit of this card. */
export const receivedCard = (fileName: string): Reply =>
  reply({ tone: 'progress', title: say.receivedTitle(fileName), blocks: [{ kind: 'text', text: [say.received] }] });

export const checkingCard = (fileName: string): Reply =>
  reply({ tone: 'progress', title: say.checkingTitle(fileName), blocks: [{ kind: 'text', text: [say.checking] }] });

/** A file that cannot be read; `message` says what happened and what to do next. */
export const refusalCard = (input: {
  readonly fileName: string;
  readonly message: string;
  readonly deadline: DeadlineView | null;
  readonly now: Date;
}): Reply =>
  reply({
    tone: 'warn',
    title: say.refusedTitle(input.fileName),
    blocks: [
      { kind: 'text', text: [input.message] },
      ...(input.deadline === null
        ? []
        : [{ kind: 'divider' as const }, { kind: 'text' as const, text: deadlineLine(input.deadline, input.now) }]),
    ],
  });

/** Our own failure, after every attempt. */
export const failureCard = (revisionId: string, fileName: string): Reply =>
  reply({
    tone: 'bad',
    title: say.failedTitle(fileName),
    blocks: [
      { kind: 'text', text: [say.failed] },
      { kind: 'actions', actions: [recheckButton(revisionId)] },
    ],
  });

export const withdrawnCard = (fileName: string): Reply =>
  reply({ tone: 'info', title: say.withdrawnTitle(fileName), blocks: [{ kind: 'text', text: [say.withdrawn] }] });
