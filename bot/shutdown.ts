import type { Log } from '../core/ports/log.ts';

export interface Shutdown {
  /** What to do when everything stops; the last one added goes first. */
  add(name: string, stop: () => Promise<unknown> | unknown): void;
  /** Work that comes again every `ms` until everything stops; runs never overlap, and a failure is only logged. */
  every(name: string, ms: number, work: () => Promise<void>): void;
  /** Once, however often it is called. A part that fails or takes too long does not keep the others. */
  run(): Promise<void>;
}

const patienceMs = 15_000;

export const createShutdown = (log: Log): Shutdown => {
  const steps: { name: string; stop: () => Promise<unknown> | unknown }[] = [];
  let running: Promise<void> | undefined;

  const runAll = async (): Promise<void> => {
    for (const { name, stop } of steps.reverse()) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no end within ${patienceMs} ms`)), patienceMs);
      });
      try {
        await Promise.race([(async () => stop())(), late]);
      } catch (error) {
        log.warn({ part: name, err: error }, 'stopping-failed');
      } finally {
        clearTimeout(timer);
      }
    }
  };

  return {
    add: (name, stop) => {
      steps.push({ name, stop });
    },
    every: (name, ms, work) => {
      let current = Promise.resolve();
      let timer: NodeJS.Timeout | undefined;
      let ended = false;
      const next = (): void => {
        if (!ended) timer = setTimeout(round, ms);
      };
      const round = (): void => {
        current = work()
          .catch((error: unknown) => log.warn({ part: name, err: error }, 'round-failed'))
          .then(next);
      };
      next();
      steps.push({
        name,
        stop: () => {
          ended = true;
          clearTimeout(timer);
          return current;
        },
      });
    },
    run: () => {
      running ??= runAll();
      return running;
    },
  };
};
