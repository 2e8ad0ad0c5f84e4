import type { Reply } from '../../core/reply.ts';
import { reply } from './card-parts.ts';
import { say } from './wording.ts';

/** Stands under the annotated copy: how many comments, what could not be marked, what to do with the file. */
export const annotatedCopyCard = (copy: {
  readonly commented: number;
  readonly left: number;
  readonly made: 'own' | 'fresh';
}): Reply =>
  reply({
    tone: 'info',
    title: say.annotatedTitle(copy.commented),
    blocks: [
      { kind: 'text', text: [say.annotatedHow] },
      ...(copy.left > 0 ? [{ kind: 'text' as const, text: [say.annotatedLeft(copy.left)] }] : []),
      ...(copy.made === 'fresh' ? [{ kind: 'text' as const, text: [{ faint: say.annotatedFresh }] }] : []),
    ],
  });

export const noAnnotatedCopyCard = (fileName: string): Reply =>
  reply({ tone: 'warn', title: say.notAnnotatedTitle(fileName), blocks: [{ kind: 'text', text: [say.notAnnotated] }] });
