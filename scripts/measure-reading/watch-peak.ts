import { readdirSync, readFileSync } from 'node:fs';

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Watches the greatest resident memory (MB) of this process's children whose command line holds `word`. */
export const watchPeak = (word: string): { stop(): number } => {
  let peak = 0;
  const look = (): void => {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name) || !readQuietly(`/proc/${name}/cmdline`).includes(word)) continue;
      const status = readQuietly(`/proc/${name}/status`);
      if (!status.includes(`PPid:\t${process.pid}\n`)) continue;
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }
  };
  const timer = setInterval(look, 20);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peak);
    },
  };
};
