import type { JobName } from '../core/job-catalog.ts';

export interface JobPolicy {
  /** Jobs of different queues do not wait for each other. */
  readonly queue: 'reports' | 'rounds' | 'model';
  /** Runs at most, the first one included, while the failures are known to pass (a platform that is down). */
  readonly attempts: number;
  /** Runs at most when the failure is a surprise: a mistake of ours seldom goes away. */
  readonly surprises: number;
  /** The wait doubles from `first` to `most`, milliseconds. */
  readonly backoff: { readonly first: number; readonly most: number };
  /** How long finished jobs are kept, seconds; while one is kept, its id is not taken again. */
  readonly keep: { readonly done: number; readonly failed: number };
}

const day = 24 * 60 * 60;
const answering: JobPolicy = {
  queue: 'reports',
  attempts: 15,
  surprises: 4,
  backoff: { first: 1_000, most: 120_000 },
  keep: { done: 7 * day, failed: 30 * day },
};

const briefly = { done: day, failed: 7 * day };
const round: JobPolicy = {
  queue: 'rounds',
  attempts: 1,
  surprises: 1,
  backoff: { first: 1_000, most: 1_000 },
  keep: briefly,
};

export const jobPolicies: { readonly [N in JobName]: JobPolicy } = {
  'check-report': answering,
  'send-full-list': answering,
  'annotate-report': answering,
  'deliver-collection': answering,
  'compare-passages': answering,
  'roster-card': {
    queue: 'rounds',
    attempts: 8,
    surprises: 2,
    backoff: { first: 1_000, most: 60_000 },
    keep: briefly,
  },
  // The answer stands already; a model that is slow must not keep reports waiting.
  'refine-answer': {
    queue: 'model',
    attempts: 2,
    surprises: 1,
    backoff: { first: 1_000, most: 5_000 },
    keep: briefly,
  },
  'nudge-now': {
    queue: 'rounds',
    attempts: 5,
    surprises: 2,
    backoff: { first: 1_000, most: 60_000 },
    keep: briefly,
  },
  // They come again in a minute anyway.
  'plan-nudges': round,
  'take-up-uploads': round,
};

/**
 * A killed process's jobs are free again once their lock has run out and two rounds have seen them idle: five to six
 * seconds. Renewal leaves the event loop room to be busy for three seconds.
 */
export const lockPolicy = {
  lockDuration: 4_000,
  lockRenewTime: 1_000,
  stalledInterval: 1_000,
  /** A job may lose its process this often (restarts, deployments) before it counts as the one that kills it. */
  maxStalledCount: 30,
} as const;
