/** A request that arrived at the demo's webhook receiver. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, not parsed. */
  readonly body: string;
  readonly received_at: string;
}

/** What the receiver remembers, newest last, in memory only. */
export interface Receiver {
  add(request: ReceivedRequest): void;
  all(): readonly ReceivedRequest[];
  clear(): void;
  /** Calls back at every change; the function returned ends that. */
  watch(changed: () => void): () => void;
}

export function createReceiver(capacity = 200): Receiver {
  let requests: ReceivedRequest[] = [];
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  return {
    add(request) {
      requests.push(request);
      if (requests.length > capacity) requests = requests.slice(-capacity);
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
