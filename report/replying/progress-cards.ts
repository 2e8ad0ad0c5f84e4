import type { Reply } from '../../core/reply.ts';
import { recheckButton, reply } from './card-parts.ts';
import { type DeadlineView, deadlineLine } from './deadline-line.ts';
import { say } from './wording.ts';

/** What waits before a file, and for how many milliseconds; null where nobody can tell. */
export interface Line {
  readonly ahead: number;
  readonly ms: number | null;
}

/** More than these are worth a word. */
const FEW = 3;
const MINUTE = 60_000;

/** What is sent the moment a file came in; everything later is an edit of this card. */
export const receivedCard = (fileName: string, line: Line | null = null): Reply => {
  const words =
    line === null || line.ahead <= FEW
      ? say.received
      : say.receivedBehind(line.ahead, line.ms === null ? null : Math.max(1, Math.ceil(line.ms / MINUTE)));
  return reply({ tone: 'progress', title: say.receivedTitle(fileName), blocks: [{ kind: 'text', text: [words] }] });
};

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
      { kind: 'text', text: [{ faint: say.notCounted }] },
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
