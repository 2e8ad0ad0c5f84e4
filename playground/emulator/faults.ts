/** Where a fault can be put: one name per route of the emulator. */
export type RouteName =
  | 'token'
  | 'send'
  | 'reply'
  | 'patch'
  | 'edit'
  | 'get'
  | 'recall'
  | 'history'
  | 'resource'
  | 'upload-file'
  | 'upload-image'
  | 'members'
  | 'chat'
  | 'chats'
  | 'bot-info'
  | 'react'
  | 'unreact'
  | 'reactions'
  | 'urgent'
  | 'pin'
  | 'unpin'
  | 'pins'
  | 'top-notice'
  | 'remove-top-notice'
  | 'ephemeral'
  | 'ephemeral-delete'
  | 'card-update'
  | 'discovery'
  | 'upgrade';

export type Fault =
  /** HTTP 429 with x-ogw-ratelimit-reset. */
  | { readonly kind: 'rate-limited'; readonly resetSeconds?: number }
  /** `status` 400 unless told; 200 imitates the calls that fail with HTTP 200. */
  | { readonly kind: 'refuse'; readonly code: number; readonly status?: number; readonly msg?: string }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Answers, but the body drips: `chunkBytes` every `everyMs`. */
  | { readonly kind: 'slow'; readonly chunkBytes: number; readonly everyMs: number }
  /** Breaks off half-way through the body. */
  | { readonly kind: 'truncate' }
  /** Every token handed out so far stops working, beginning with this call. */
  | { readonly kind: 'token-revoked' }
  /** Does what was asked and closes the connection without an answer. */
  | { readonly kind: 'response-lost' }
  /** Discovery only: code 0 without `data`. */
  | { readonly kind: 'no-data' }
  /** WebSocket upgrade only: refused with these Handshake headers. */
  | { readonly kind: 'handshake-refused'; readonly status: number; readonly code: number; readonly msg?: string };

export class FaultBook {
  #entries: { route: RouteName; fault: Fault; left: number; skip: number }[] = [];

  /** The next `times` calls of `route`, after `skip` good ones, go wrong in this way. */
  add(route: RouteName, fault: Fault, times = 1, skip = 0): void {
    this.#entries.push({ route, fault, left: times, skip });
  }

  take(route: RouteName): Fault | null {
    const entry = this.#entries.find((candidate) => candidate.route === route && candidate.left > 0);
    if (!entry) return null;
    if (entry.skip > 0) {
      entry.skip -= 1;
      return null;
    }
    entry.left -= 1;
    return entry.fault;
  }

  clear(): void {
    this.#entries = [];
  }
}
