import { describe, expect, it } from 'vitest';
import { fairQueue } from '../../../src/server/webhooks/fair-queue.ts';

const turns = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index++) await new Promise((resolve) => setImmediate(resolve));
};

describe('fairQueue', () => {
  const make = (limits: { perLane: number; total: number; capacity: number }) => {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const queue = fairQueue<string>({
      ...limits,
      laneOf: (item) => item[0]!,
      keyOf: (item) => item,
      run: (item) => {
        begun.push(item);
        return new Promise((resolve) => ends.set(item, resolve));
      },
    });
    return { queue, begun, end: (item: string) => ends.get(item)!() };
  };

  it('starts nothing in the turn it is told', async () => {
    const { queue, begun } = make({ perLane: 1, total: 9, capacity: 9 });
    queue.add(['a1']);
    await Promise.resolve();
    expect(begun).toEqual([]);
    await turns(2);
    expect(begun).toEqual(['a1']);
  });

  it('lets lanes take turns and keeps each to its share', async () => {
    const { queue, begun, end } = make({ perLane: 2, total: 3, capacity: 99 });
    queue.add(['a1', 'a2', 'a3', 'b1', 'c1']);
    await turns(2);
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    end('b1');
    await turns(2);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
    end('c1');
    await turns(2);
    expect(begun.length).toBe(4);
    end('a1');
    await turns(2);
    expect(begun.at(-1)).toBe('a3');
  });

  it('knows what it has, and holds no more than it can', async () => {
    const { queue, begun, end } = make({ perLane: 1, total: 1, capacity: 2 });
    queue.add(['a1', 'a1', 'a2', 'a3']);
    queue.add(['a2']);
    await turns(2);
    end('a1');
    await turns(2);
    end('a2');
    await turns(2);
    expect(begun).toEqual(['a1', 'a2']);
    queue.add(['a3']);
    await turns(2);
    expect(begun).toEqual(['a1', 'a2', 'a3']);
  });

  it('stops when what runs has ended, and begins nothing more', async () => {
    const { queue, begun, end } = make({ perLane: 1, total: 1, capacity: 9 });
    queue.add(['a1', 'a2']);
    await turns(2);
    let stopped = false;
    const stopping = queue.stop().then(() => (stopped = true));
    await turns(2);
    expect(stopped).toBe(false);
    end('a1');
    await stopping;
    queue.add(['a3']);
    await turns(2);
    expect(begun).toEqual(['a1']);
  });
});
