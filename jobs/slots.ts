export interface Slots {
  /** Runs the task as soon as fewer than the allowed number are running, in the order of asking. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** Lets so many tasks run at a time; the others wait in line. */
export const createSlots = (size: number): Slots => {
  const waiting: (() => void)[] = [];
  let free = size;
  return {
    async run(task) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
};
