/** A request that arrived at the demo's webhook receiver. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it arrived, not parsed. */
  readonly body: string;
  readonly received_at: string;
}

/** The requests that arrived lately, newest last, in memory only. */
export interface Receiver {
  add(request: ReceivedRequest): void;
  all(): readonly ReceivedRequest[];
  clear(): void;
  /** Calls back at every change, until the function returned is called. */
  watch(changed: () => void): () => void;
}

/** @param capacity how many requests are kept, and how many characters of JSON they may take up together */
export function createReceiver(capacity = { requests: 200, characters: 4_000_000 }): Receiver {
  let requests: ReceivedRequest[] = [];
  const sizes = new WeakMap<ReceivedRequest, number>();
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  return {
    add(request) {
      // As JSON, because that is how they are sent: one character may become six.
      sizes.set(request, JSON.stringify(request).length);
      requests.push(request);
      let first = requests.length;
      for (let left = capacity.characters; first > 0; first -= 1) {
        left -= sizes.get(requests[first - 1]!)!;
        if (left < 0) break;
      }
      requests = requests.slice(Math.max(first, requests.length - capacity.requests));
      changed();
    },
    all: () => requests,
    clear() {
      requests = [];
      changed();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
