import type { CardAction } from '../core/chat-event.ts';
import { annotatedCopyReplyKey } from '../core/reply-keys.ts';
import { findingsDigest } from '../report/annotating/copy-name.ts';
import { say } from '../report/replying/wording.ts';
import { CLICK_WINDOW, clickedRevision, toast } from './clicked-revision.ts';
import type { Handled } from './index.ts';
import type { HandlerPorts } from './ports.ts';

/** 下载批注版: everybody of the chat sees the card and may have the copy; the same copy is not sent twice. */
export const annotatedCopy = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  const stored = await ports.stores.submissions.result(revision.id);
  if (stored === null) return { answer: toast('warn', say.toastGone) };
  const { findings } = stored.result;
  if (findings.length === 0) return { answer: toast('info', say.toastNothingToAnnotate) };
  const key = annotatedCopyReplyKey(revision.id, findingsDigest(findings));
  if ((await ports.stores.replies.find(key)) !== null) return { answer: toast('info', say.toastAnnotatedBefore) };
  const window = Math.floor(Date.parse(event.at) / CLICK_WINDOW);
  await ports.queue.add(
    'annotate-report',
    { revisionId: revision.id },
    { id: `annotate-report_${revision.id}_${window}` },
  );
  return { answer: toast('info', say.toastAnnotated) };
};
