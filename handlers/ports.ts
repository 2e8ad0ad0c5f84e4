import type { WorkingCalendar } from '../collection/calendar/working-calendar.ts';
import type { RosterReader } from '../collection/roster.ts';
import type { Clock } from '../core/clock.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { JobLine, JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { ReminderPolicy } from '../core/reminder-policy.ts';
import type { PartCues, ReportKind } from '../core/report-kind.ts';

/** What the operator of the bot has set. */
export interface HandlerSettings {
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
  readonly calendar: WorkingCalendar;
  readonly reminderPolicies: readonly ReminderPolicy[];
  /** Members who may organise in every chat. */
  readonly organiserIds: ReadonlySet<string>;
  /** Whether a language model is set up; it is used in chats that have agreed. */
  readonly languageModel: boolean;
}

/** All that handlers may touch. */
export interface HandlerPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly queue: JobQueue & JobLine;
  readonly replier: Replier;
  readonly readRoster: RosterReader;
  readonly settings: HandlerSettings;
  readonly clock: Clock;
  readonly log: Log;
}
