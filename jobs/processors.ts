import type { RosterReader } from '../collection/roster.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeHours } from '../core/office-hours.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { LanguageModel } from '../core/ports/language-model.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { ReminderPolicy } from '../core/reminder-policy.ts';
import type { ReportConfig } from '../report/examine.ts';
import { createAnnotateReport } from './annotate-report.ts';
import { createCampaignReader } from './campaign-reader.ts';
import { createCheckReport, type ReadDocument } from './check-report.ts';
import { createComparePassages } from './compare-passages.ts';
import { createDeliverCollection } from './deliver-collection.ts';
import type { Annotate } from './isolated-annotator.ts';
import { createNudgeNow } from './nudge-now.ts';
import { createPlanNudges } from './plan-nudges.ts';
import type { Processors } from './processor.ts';
import { createRefineAnswer } from './refine-answer.ts';
import { createRosterCard } from './roster-card.ts';
import { createSendFullList } from './send-full-list.ts';
import { createSharedReportsReader } from './shared-reports-reader.ts';
import { createTakeUpUploads } from './take-up-uploads.ts';

export interface ProcessorPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly replier: Replier;
  readonly readDocument: ReadDocument;
  readonly annotate: Annotate;
  readonly readRoster: RosterReader;
  /** Null where none is set up. */
  readonly languageModel: LanguageModel | null;
  readonly config: ReportConfig & {
    readonly officeHours: OfficeHours;
    readonly reminderPolicies: readonly ReminderPolicy[];
  };
  /** Whether somebody may act as an organiser of a chat. */
  readonly mayOrganise: (chat: { platform: string; chatId: string }, memberId: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  readonly maxFileBytes: number;
}

/** Job name → what works it off. */
export const createProcessors = (ports: ProcessorPorts): Processors => {
  const sharedReports = createSharedReportsReader(ports.stores, ports.config.wording.boilerplate ?? []);
  const readCampaign = createCampaignReader(ports);
  return {
    'check-report': createCheckReport(ports),
    'send-full-list': createSendFullList(ports),
    'annotate-report': createAnnotateReport(ports),
    'take-up-uploads': createTakeUpUploads({ ...ports, submissions: ports.stores.submissions }),
    'compare-passages': createComparePassages({ ...ports, sharedReports }),
    'roster-card': createRosterCard({ ...ports, readCampaign }),
    'refine-answer': createRefineAnswer(ports),
    'deliver-collection': createDeliverCollection({ ...ports, readCampaign, sharedReports }),
    'nudge-now': createNudgeNow({ ...ports, readCampaign }),
    'plan-nudges': createPlanNudges({ ...ports, readCampaign }),
  };
};
