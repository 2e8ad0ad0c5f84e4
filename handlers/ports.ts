import type { RosterReader } from '../collection/roster.ts';
import type { Clock } from '../core/clock.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Replier } from '../core/ports/replier.ts';
import type { Stores } from '../core/ports/stores.ts';

/** All that handlers may touch. */
export interface HandlerPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly replier: Replier;
  readonly readRoster: RosterReader;
  readonly clock: Clock;
  readonly log: Log;
}
