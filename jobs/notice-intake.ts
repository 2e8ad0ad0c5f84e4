import { workingCalendar } from '../collection/calendar/working-calendar.ts';
import { asksForReports } from '../collection/campaign/asks-for-reports.ts';
import { storedDraft } from '../collection/campaign/stored-draft.ts';
import { draftOfNotice, readNotice } from '../collection/notice/read-notice.ts';
import { draftCard } from '../collection/replying/collection-card.ts';
import { kindName } from '../collection/replying/description.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { Clock } from '../core/clock.ts';
import { draftIdOf } from '../core/derived-id.ts';
import { AppError } from '../core/errors.ts';
import type { OfficeHours } from '../core/office-hours.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Revision } from '../core/records.ts';
import type { Reply } from '../core/reply.ts';
import type { ReportConfig } from '../report/examine.ts';

export interface NoticeIntakePorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly config: ReportConfig & { readonly officeHours: OfficeHours };
  readonly clock: Clock;
  readonly log: Log;
  /** Whether somebody may act as an organiser of a chat. */
  readonly mayOrganise: (chat: { platform: string; chatId: string }, memberId: string) => Promise<boolean>;
}

const TIME_ZONE = 'Asia/Shanghai';

/** Gives the card to confirm a notice that was uploaded; null for any other text, or from who may not organise. */
export type NoticeIntake = (revision: Revision, text: string, isReport: () => boolean) => Promise<Reply | null>;

export const createNoticeIntake = (ports: NoticeIntakePorts): NoticeIntake => {
  const { stores, config, clock } = ports;
  const { kinds, parts } = config;
  const calendar = workingCalendar(config.officeHours);

  return async (revision, text, isReport) => {
    const now = clock.now();
    const reading = readNotice({ text }, { now, timeZone: TIME_ZONE, calendar, kinds, parts });
    if (!asksForReports(reading) || isReport()) return null;
    const { platform, chatId, author } = revision;
    const known = await stores.drafts.get(draftIdOf.upload(revision.id));
    if (known !== null && known.state !== 'open') return null;
    if (!(await ports.mayOrganise(revision, author.id))) return null;
    const members = await membersOf(revision);
    // Nothing is collected in a talk of two.
    if (members === null || members.length < 2) return null;
    const id = draftIdOf.upload(revision.id);
    const read = draftOfNotice(text, reading, (kind) => kindName(kinds, kind));
    const draft = storedDraft(read, { id, platform, chatId, timeZone: TIME_ZONE, source: 'notice', by: author.id });
    await stores.drafts.add(draft);
    ports.log.info({ revisionId: revision.id, confidence: reading.confidence }, 'notice-recognised');
    return draftCard(draft, { kinds, parts, members }, { now, origin: revision.file.name });
  };

  async function membersOf({ platform, chatId }: Revision): Promise<MemberRef[] | null> {
    try {
      const members = await ports.platformOf(platform).members(chatId);
      await stores.chats.replaceMembers(platform, chatId, members);
      return members;
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      return null;
    }
  }
};
