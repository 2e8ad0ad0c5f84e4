/** Sliding windows of one second, one per key. */
export class RateLimits {
  readonly #times = new Map<string, number[]>();

  /** Counts one use of `key` at `now` unless `limit` uses stand in the second before. */
  take(key: string, limit: number, now: number): boolean {
    const recent = (this.#times.get(key) ?? []).filter((at) => at > now - 1000);
    const allowed = recent.length < limit;
    if (allowed) recent.push(now);
    if (this.#times.size > 1000) this.#times.clear();
    this.#times.set(key, recent);
    return allowed;
  }
}
