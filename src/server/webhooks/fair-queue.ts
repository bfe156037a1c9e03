export interface FairQueueOptions<Item> {
  /** How many of one lane run at once. */
  readonly perLane: number;
  /** How many run at once altogether. */
  readonly total: number;
  /** How many wait at most; more are dropped, as their rows are found again later. */
  readonly capacity: number;
  laneOf(item: Item): string;
  keyOf(item: Item): string;
  /** Must not reject. */
  run(item: Item): Promise<void>;
}

export interface FairQueue<Item> {
  /** Items that are waiting or running already are left out. */
  add(items: readonly Item[]): void;
  /** Drops what waits, and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/**
 * Runs items lane by lane, so that a lane whose items take long delays nobody but itself. Lanes with room take turns.
 */
export function fairQueue<Item>(options: FairQueueOptions<Item>): FairQueue<Item> {
  const lanes = new Map<string, { waiting: Item[]; running: number }>();
  const known = new Set<string>();
  const idle: (() => void)[] = [];
  let running = 0;
  let scheduled = false;
  let stopped = false;

  function pump(): void {
    scheduled = false;
    for (let found = true; found && running < options.total && !stopped;) {
      found = false;
      for (const [name, lane] of lanes) {
        if (lane.running >= options.perLane || lane.waiting.length === 0 || running >= options.total)
          continue;
        found = true;
        start(name, lane, lane.waiting.shift()!);
      }
    }
  }

  function start(name: string, lane: { waiting: Item[]; running: number }, item: Item): void {
    lane.running++;
    running++;
    void options.run(item).finally(() => {
      known.delete(options.keyOf(item));
      lane.running--;
      running--;
      if (lane.running === 0 && lane.waiting.length === 0) lanes.delete(name);
      if (running === 0) for (const resolve of idle.splice(0)) resolve();
      schedule();
    });
  }

  /** In a later turn of the event loop: the answer to whoever caused an item goes out first. */
  function schedule(): void {
    if (scheduled || stopped) return;
    scheduled = true;
    setImmediate(pump);
  }

  return {
    add(items) {
      if (stopped) return;
      for (const item of items) {
        const key = options.keyOf(item);
        if (known.has(key) || known.size >= options.capacity) continue;
        known.add(key);
        const name = options.laneOf(item);
        const lane = lanes.get(name) ?? { waiting: [], running: 0 };
        lanes.set(name, lane);
        lane.waiting.push(item);
      }
      schedule();
    },
    stop() {
      stopped = true;
      lanes.clear();
      return running === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
    },
  };
}
