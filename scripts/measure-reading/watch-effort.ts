import { readdirSync, readFileSync } from 'node:fs';

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

export interface Effort {
  readonly peakMb: number;
  /** Processor milliseconds, which a busy machine does not lengthen as it does the clock's. */
  readonly cpuMs: number;
}

/** Watches memory and processor time of this process's busiest child whose command line holds `word`. */
export const watchEffort = (word: string): { stop(): Effort } => {
  const before = new Map<string, number>();
  const efforts = new Map<string, Effort>();
  const look = (): void => {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid) || !readQuietly(`/proc/${pid}/cmdline`).includes(word)) continue;
      const status = readQuietly(`/proc/${pid}/status`);
      if (!status.includes(`PPid:\t${process.pid}\n`)) continue;
      const stat = readQuietly(`/proc/${pid}/stat`);
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
      if (!before.has(pid)) before.set(pid, cpuMs);
      const peakMb = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      efforts.set(pid, { peakMb: Math.round(peakMb), cpuMs: cpuMs - (before.get(pid) ?? 0) });
    }
  };
  look();
  const timer = setInterval(look, 20);
  return {
    stop() {
      clearInterval(timer);
      const [busiest] = [...efforts.values()].sort((one, other) => other.peakMb - one.peakMb);
      return busiest ?? { peakMb: 0, cpuMs: 0 };
    },
  };
};
