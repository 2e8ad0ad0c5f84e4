import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import { fullListReplyKey } from '../core/reply-keys.ts';
import { fullList } from '../report/replying/full-list.ts';
import type { Processor } from './processor.ts';

/** Posts a revision's findings under its file; asked again it brings the same messages up to date. */
export const createSendFullList =
  ({ stores, replier }: { readonly stores: Stores; readonly replier: Replier }): Processor<'send-full-list'> =>
  async ({ revisionId }) => {
    const revision = await stores.submissions.get(revisionId);
    const stored = await stores.submissions.result(revisionId);
    if (revision === null || stored === null || revision.state === 'withdrawn') return;
    const pages = fullList({ fileName: revision.file.name, result: stored.result, text: stored.text });
    for (const [index, page] of pages.entries()) {
      await replier.show(
        {
          platform: revision.platform,
          key: fullListReplyKey(revisionId, index + 1),
          to: { chatId: revision.chatId, replyTo: revision.replyTo },
        },
        page,
      );
    }
  };
