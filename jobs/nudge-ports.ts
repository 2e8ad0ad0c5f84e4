import type { Clock } from '../core/clock.ts';
import type { OfficeHours } from '../core/office-hours.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection } from '../core/records.ts';
import type { ReminderPolicy } from '../core/reminder-policy.ts';
import type { CampaignReader } from './campaign-reader.ts';

/** All that nudging needs of the world. */
export interface NudgePorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly readCampaign: CampaignReader;
  readonly config: { readonly officeHours: OfficeHours; readonly reminderPolicies: readonly ReminderPolicy[] };
  readonly clock: Clock;
  readonly log: Log;
}

/** The policy a collection names; one that was taken away is replaced by the default. */
export const policyOf = (collection: Collection, policies: readonly ReminderPolicy[]): ReminderPolicy => {
  const policy = policies.find(({ id }) => id === collection.policy) ?? policies.find(({ id }) => id === 'default');
  if (policy === undefined) throw new Error(`no reminder policy ${collection.policy}`);
  return policy;
};
