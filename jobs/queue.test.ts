import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/ports/log.ts';
import { withDatabase } from '../testing/postgres.ts';
import { queueBackends } from '../testing/queue-backends.ts';
import type { Attempt, Processors } from './processor.ts';
import { type OpenQueue, openQueue } from './queue.ts';
import type { QueueBackend } from './queue-backend.ts';
import { type EndedJob, type OpenWorkers, startWorkers } from './worker.ts';

const database = withDatabase();
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ignore = () => undefined;

describe.each(queueBackends)('job queue on $name', ({ absent, open }) => {
  describe.skipIf(absent)('when it is there', () => {
    const space = randomUUID();
    let backend: QueueBackend;
    let queue: OpenQueue;
    let workers: OpenWorkers;
    /** What the processors saw, by revision id. */
    const runs = new Map<string, Attempt[]>();
    const behaviours = new Map<string, (run: number) => void>();
    const exhausted: EndedJob[] = [];

    const processors: Processors = {
      'check-report': async ({ revisionId }, attempt) => {
        const seen = runs.get(revisionId) ?? [];
        runs.set(revisionId, [...seen, attempt]);
        behaviours.get(revisionId)?.(seen.length + 1);
      },
      'send-full-list': async () => undefined,
      'annotate-report': async () => undefined,
      'compare-passages': async () => undefined,
      'take-up-uploads': async () => undefined,
      'roster-card': async () => undefined,
      'nudge-now': async () => undefined,
      'deliver-collection': async () => undefined,
      'refine-answer': async () => undefined,
      'plan-nudges': async () => {
        runs.set('rounds', [...(runs.get('rounds') ?? []), { last: true }]);
      },
    };
    const until = (what: () => boolean) => expect.poll(what, { timeout: 20_000, interval: 20 }).toBe(true);
    const check = (revisionId: string, id: string = randomUUID()) =>
      queue.add('check-report', { revisionId, recheck: 0 }, { id });

    const start = (work: Processors, connections: QueueBackend = backend): OpenWorkers =>
      startWorkers(connections, {
        processors: work,
        log: quiet,
        concurrency: 4,
        onExhausted: async (job) => {
          exhausted.push(job);
        },
      });

    beforeAll(async () => {
      backend = await open(database.url, space);
      queue = openQueue(backend, ignore);
      workers = start(processors);
    });

    afterAll(async () => {
      await workers?.close(5_000);
      await queue?.close();
      await backend?.close();
    });

    it('works a job off once, however often its id is enqueued', async () => {
      const revisionId = randomUUID();
      const id = `check-report_${revisionId}`;
      await check(revisionId, id);
      await check(revisionId, id);
      await until(() => runs.has(revisionId));
      await check(revisionId, id);
      await check('marker', randomUUID());
      await until(() => runs.has('marker'));
      expect(runs.get(revisionId)).toEqual([{ last: false }]);
    });

    it('tries a passing failure again and waits as long as it was asked to', async () => {
      const revisionId = randomUUID();
      const times: number[] = [];
      behaviours.set(revisionId, (run) => {
        times.push(Date.now());
        if (run === 1) throw new AppError('rate-limited', 'slow down', { retryable: true, retryAfter: 300 });
      });
      await check(revisionId);
      await until(() => times.length === 2);
      expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(290);
    });

    it('gives a failure that cannot pass one attempt and leaves answering to the processor', async () => {
      const revisionId = randomUUID();
      behaviours.set(revisionId, () => {
        throw new AppError('not-allowed', 'no');
      });
      await check(revisionId);
      await until(() => runs.has(revisionId));
      await check('after-refusal');
      await until(() => runs.has('after-refusal'));
      expect(runs.get(revisionId)).toHaveLength(1);
      expect(exhausted.filter((job) => 'revisionId' in job.payload && job.payload.revisionId === revisionId)).toEqual(
        [],
      );
    });

    it('tells when a surprise did not go away', async () => {
      const revisionId = randomUUID();
      behaviours.set(revisionId, () => {
        throw new TypeError('a mistake of ours');
      });
      await check(revisionId);
      await until(() => exhausted.length > 0);
      expect(exhausted).toEqual([{ name: 'check-report', payload: { revisionId, recheck: 0 } }]);
      expect(runs.get(revisionId)).toHaveLength(4);
    });

    it('refuses a payload that is none', async () => {
      await expect(
        queue.add('check-report', { revisionId: 7 } as unknown as { revisionId: string; recheck: number }, {
          id: 'odd',
        }),
      ).rejects.toThrow('revisionId');
    });

    it('repeats a job and replaces its schedule under the same id', async () => {
      expect(await queue.repeat('plan-nudges', {}, { id: 'rounds', everyMs: 3_600_000 })).toBe('new');
      await until(() => runs.has('rounds'));
      expect(await queue.repeat('plan-nudges', {}, { id: 'rounds', everyMs: 200 })).toBe('known');
      await until(() => (runs.get('rounds') ?? []).length >= 3);
      await queue.repeat('plan-nudges', {}, { id: 'rounds', everyMs: 3_600_000 });
    });

    it('takes up what a killed process was working on', async () => {
      await workers.close(5_000);
      // Another process has connections of its own, and leaves them as they are.
      const connections = await open(database.url, space);
      const killed = start({ ...processors, 'check-report': () => new Promise(() => undefined) }, connections);
      const revisionId = randomUUID();
      await check(revisionId);
      const active = async () => (await queue.counts()).reports.active;
      await expect.poll(active, { timeout: 10_000 }).toBe(1);
      const since = Date.now();
      await killed.close(0);
      workers = start(processors);
      await until(() => runs.has(revisionId));
      expect(Date.now() - since).toBeLessThan(10_000);
      await connections.close();
    });

    it('tells how many wait before a new job, and for how long', async () => {
      await check(randomUUID());
      await expect.poll(async () => (await queue.line('check-report')).ahead, { timeout: 10_000 }).toBe(0);
      expect(await queue.line('check-report')).toEqual({ ahead: 0, ms: null });
      await workers.close(5_000);
      for (let count = 0; count < 6; count += 1) await check(`waiting-${count}`);
      const line = await queue.line('check-report');
      expect([line.ahead, typeof line.ms]).toEqual([6, 'number']);
      workers = start(processors);
      await expect.poll(async () => (await queue.line('check-report')).ahead, { timeout: 10_000 }).toBe(0);
    });

    it('counts what waits', async () => {
      await queue.add('send-full-list', { revisionId: 'later' }, { id: randomUUID(), delay: 3_600_000 });
      expect((await queue.counts()).reports).toMatchObject({ delayed: 1 });
    });
  });
});
