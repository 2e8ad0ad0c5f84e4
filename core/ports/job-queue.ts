import type { JobName, JobPayload } from '../job-catalog.ts';

export interface JobOptions {
  /** The same id is enqueued once. No colons, not only digits. */
  readonly id: string;
  /** Milliseconds from now. */
  readonly delay?: number;
  readonly priority?: number;
}

export interface JobQueue {
  add<N extends JobName>(name: N, payload: JobPayload<N>, options: JobOptions): Promise<void>;
  /** A job that comes again every `everyMs`; the same id replaces its schedule. Tells whether the queue knew of it. */
  repeat<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options: { id: string; everyMs: number },
  ): Promise<'new' | 'known'>;
}

/** How long a line of jobs is. */
export interface JobLine {
  /**
   * Jobs that wait or run before one of this name that would be added now, and the milliseconds until they are done as the
   * last finished ones took; null where none is remembered.
   */
  line(name: JobName): Promise<{ readonly ahead: number; readonly ms: number | null }>;
}
