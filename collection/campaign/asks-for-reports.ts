import type { NoticeReading } from '../notice/read-notice.ts';

/** A notice about something else (a meeting, say) names neither a kind of report nor a day to hand in by. */
export const asksForReports = ({ isNotice, deadline, requirements }: NoticeReading): boolean =>
  isNotice && (deadline !== null || requirements.kind !== null);
