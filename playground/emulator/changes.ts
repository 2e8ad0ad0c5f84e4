/** Whoever waits for something to become true is asked again after every change. */
export class Changes {
  readonly #watchers = new Set<() => void>();

  happened(): void {
    for (const watch of [...this.#watchers]) watch();
  }

  /** Resolves with the first truthy value of `look`; rejects after `timeoutMs`. */
  waitFor<T>(look: () => T | null | undefined | false, timeoutMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(watch);
        reject(new Error(`nothing came within ${timeoutMs} ms`));
      }, timeoutMs);
      const watch = (): void => {
        const value = look();
        if (!value) return;
        clearTimeout(timer);
        this.#watchers.delete(watch);
        resolve(value);
      };
      this.#watchers.add(watch);
      watch();
    });
  }
}
