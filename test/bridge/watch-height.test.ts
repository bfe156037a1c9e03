import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHeight } from '../../src/bridge/watch-height.ts';

/** Content of a given height, in a window of a given size; happy-dom lays nothing out. */
const wrapper = document.createElement('main');
let content = 0;
let life: AbortController;
let observed: (() => void) | undefined;
const say = vi.fn<(height: number) => void>();
const said = () => say.mock.calls.map(([height]) => height);

/** The content changes by itself; browsers say so with the next frame. */
const grow = (to: number) => {
  content = to;
  observed?.();
  vi.advanceTimersByTime(17);
};
/** The frame gets another size, and the content may follow. */
const resize = (to: { readonly innerWidth?: number }, follows = content) => {
  for (const [name, value] of Object.entries(to)) vi.stubGlobal(name, value);
  content = follows;
  window.dispatchEvent(new Event('resize'));
};

beforeEach(() => {
  vi.useFakeTimers();
  say.mockReset();
  content = 400;
  life = new AbortController();
  vi.stubGlobal('innerWidth', 900);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(heard: () => void) {
        observed = heard;
      }
      observe() {
        observed!();
      }
      disconnect() {
        observed = undefined;
      }
    },
  );
  vi.spyOn(wrapper, 'getBoundingClientRect').mockImplementation(() => ({ height: content }) as DOMRect);
  watchHeight(wrapper, say, life.signal);
  vi.advanceTimersByTime(17);
});
afterEach(() => {
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('says the height at first, in whole pixels, and changes of more than 4', () => {
  grow(404);
  grow(400);
  grow(404.5);
  grow(0);
  expect(said()).toEqual([400, 405, 0]);
});

it('says one height a frame, the last', () => {
  content = 500;
  observed!();
  content = 600;
  observed!();
  vi.advanceTimersByTime(17);
  expect(said()).toEqual([400, 600]);
});

describe('content sized by the window', () => {
  it('is given up after three echoes that do not fade, and said once more when all is calm', () => {
    for (let height = 400; height < 600; height += 20) resize({}, height + 20);
    expect(said()).toEqual([400, 420, 440]);
    vi.advanceTimersByTime(50);
    expect(said()).toEqual([400, 420, 440, 600]);
    resize({}, 620);
    vi.advanceTimersByTime(1000);
    resize({}, 640);
    vi.advanceTimersByTime(1000);
    expect(said()).toHaveLength(4);
  });

  it('comes to rest where its echoes fade', () => {
    for (const height of [600, 700, 750, 775, 788, 794, 797]) resize({}, height);
    expect(said()).toEqual([400, 600, 700, 750, 775, 788, 794]);
  });

  it('is given up after seven echoes in a row, even where they fade', () => {
    resize({}, 3000);
    // A change of its own: what comes now is counted anew, against the echo before.
    grow(1000);
    say.mockReset();
    const heights = [2500, 3600, 4400, 4950, 5350, 5650, 5860, 6010, 6110];
    for (const height of heights) resize({}, height);
    expect(said()).toEqual(heights.slice(0, 7));
    vi.advanceTimersByTime(49);
    expect(said()).toHaveLength(7);
    vi.advanceTimersByTime(1);
    expect(said()).toEqual([...heights.slice(0, 7), 6110]);
  });

  it('is not given up where it changes by itself before all is calm', () => {
    for (const height of [420, 440, 460, 480]) resize({}, height);
    grow(700);
    vi.advanceTimersByTime(1000);
    expect(said()).toEqual([400, 420, 440, 700]);
    resize({}, 720);
    expect(said()).toEqual([400, 420, 440, 700, 720]);
  });

  it('is said again when it changes by itself', () => {
    for (const height of [420, 440, 460, 480]) resize({}, height);
    grow(700);
    expect(said()).toEqual([400, 420, 440, 700]);
    resize({}, 720);
    expect(said()).toEqual([400, 420, 440, 700, 720]);
  });
});

it('what is seen of an answer before the browser says that it has come is an echo, too', () => {
  for (let height = 380; height > 200; height -= 20) {
    // The page has written the height, and the frame is drawn in the same moment.
    vi.stubGlobal('innerHeight', height + 20);
    grow(height);
    resize({}, height);
  }
  expect(said()).toEqual([400, 380, 360]);
});

it('content that grew between an answer and the next is not cut off', () => {
  for (const height of [409, 418, 427]) resize({}, height);
  expect(said()).toEqual([400, 409, 418]);
  // The answer to 418: nothing grows any more.
  resize({});
  expect(said()).toEqual([400, 409, 418, 427]);
});

it('another width is a cause of its own, however often', () => {
  for (let i = 1; i <= 20; i++) resize({ innerWidth: 900 - i * 10 }, 400 + i * 30);
  expect(said()).toHaveLength(21);
});

it('is over when it is over', () => {
  for (const height of [420, 440, 460, 480]) resize({}, height);
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  expect(observed).toBeUndefined();
  resize({}, 900);
  expect(said()).toEqual([400, 420, 440]);
});

it('is over also for a change that was yet to be looked at', () => {
  content = 900;
  observed!();
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(said()).toEqual([400]);
});
