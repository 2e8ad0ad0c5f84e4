import type { JobName, JobPayload } from '../core/job-catalog.ts';

export interface Attempt {
  /** No further attempt follows: say so to the people concerned. */
  readonly last: boolean;
}

/** Works one job off. Throws to be tried again; an AppError that is not retryable ends the job at once. */
export type Processor<N extends JobName> = (payload: JobPayload<N>, attempt: Attempt) => Promise<void>;

export type Processors = { readonly [N in JobName]: Processor<N> };
