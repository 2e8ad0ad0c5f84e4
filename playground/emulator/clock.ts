/** Time as the emulator sees it: milliseconds since 1970 and timers, so that tests need not wait for hours. */
export interface EmulatorClock {
  now(): number;
  /** Runs `job` after `ms`; the returned function cancels it. */
  after(ms: number, job: () => void): () => void;
}

export const realClock: EmulatorClock = {
  now: () => Date.now(),
  after(ms, job) {
    const timer = setTimeout(job, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Runs `factor` times faster than the wall clock, starting at the present. */
export function scaledClock(factor: number): EmulatorClock {
  const start = Date.now();
  return {
    now: () => Math.round(start + (Date.now() - start) * factor),
    after: (ms, job) => realClock.after(ms / factor, job),
  };
}

/** Stands still until told to move; due jobs run in the order of their times. */
export class ManualClock implements EmulatorClock {
  #now: number;
  #jobs: { at: number; job: () => void }[] = [];

  constructor(start: number = Date.UTC(2026, 10, 20, 1, 0, 0)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, job: () => void): () => void {
    const entry = { at: this.#now + ms, job };
    this.#jobs.push(entry);
    return () => {
      this.#jobs = this.#jobs.filter((other) => other !== entry);
    };
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#jobs.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#jobs = this.#jobs.filter((entry) => entry !== due);
      this.#now = Math.max(this.#now, due.at);
      due.job();
    }
    this.#now = end;
  }
}
