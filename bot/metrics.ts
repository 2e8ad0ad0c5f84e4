import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';

export interface MetricSources {
  readonly jobCounts: () => Promise<Record<string, Record<string, number>>>;
  readonly platforms: readonly ChatPlatform[];
}

export interface Metrics {
  /** A job came to an end, or to the end of one attempt. */
  observeJob(job: string, outcome: 'done' | 'retry' | 'failed', ms: number): void;
  text(): Promise<{ contentType: string; text: string }>;
}

/** A registry of its own, so that several bots in one process do not mix their figures. */
export const createMetrics = (sources: MetricSources): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const runs = new Histogram({
    name: 'cuigao_job_seconds',
    help: 'Time one attempt at a job took, by how it ended',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [register],
  });
  new Gauge({
    name: 'cuigao_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [register],
    async collect() {
      for (const [queue, states] of Object.entries(await sources.jobCounts())) {
        for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count);
      }
    },
  });
  new Gauge({
    name: 'cuigao_platform_connected',
    help: '1 while events of the platform can come in',
    labelNames: ['platform'],
    registers: [register],
    collect() {
      for (const platform of sources.platforms) {
        this.set({ platform: platform.name }, platform.state() === 'connected' ? 1 : 0);
      }
    },
  });
  return {
    observeJob: (job, outcome, ms) => runs.observe({ job, outcome }, ms / 1_000),
    text: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
};
