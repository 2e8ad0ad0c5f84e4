import { asksForReports } from '../../collection/campaign/asks-for-reports.ts';
import { storedDraft } from '../../collection/campaign/stored-draft.ts';
import { draftOfNotice, readNotice } from '../../collection/notice/read-notice.ts';
import { draftCard } from '../../collection/replying/collection-card.ts';
import { kindName } from '../../collection/replying/description.ts';
import type { MessageReceived } from '../../core/chat-event.ts';
import { draftIdOf } from '../../core/derived-id.ts';
import type { Reply } from '../../core/reply.ts';
import type { HandlerPorts } from '../ports.ts';
import { mayOrganiseChat } from './organisers.ts';
import { namesIn, rememberMembers, TIME_ZONE } from './start.ts';

/** Shorter words are talk. */
const LEAST = 30;

/** The card to confirm a notice that was pasted for the bot; null for other words, or from who may not organise. */
export const pastedNotice = async (event: MessageReceived, ports: HandlerPorts): Promise<Reply | null> => {
  const { text } = event;
  if (event.chatType === 'p2p' || text.length < LEAST) return null;
  const now = ports.clock.now();
  const { kinds, parts, calendar } = ports.settings;
  const reading = readNotice({ text }, { now, timeZone: TIME_ZONE, calendar, kinds, parts });
  if (!asksForReports(reading) || !(await mayOrganiseChat(event, event.sender.id, ports))) return null;
  await rememberMembers(event, ports);
  const draft = storedDraft(
    draftOfNotice(text, reading, (kind) => kindName(kinds, kind)),
    {
      id: draftIdOf.event(event.platform, event.eventKey),
      platform: event.platform,
      chatId: event.chatId,
      timeZone: TIME_ZONE,
      source: 'notice',
      by: event.sender.id,
    },
  );
  await ports.stores.drafts.add(draft);
  return draftCard(draft, await namesIn(event, ports), { now, origin: null });
};
