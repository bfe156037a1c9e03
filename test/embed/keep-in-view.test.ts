import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepInView } from '../../src/embed/keep-in-view.ts';
import { emit } from '../../src/element-api/emit.ts';
import { quiet } from '../bridge/support/said.ts';

/** Where a part is in the frame, and how much of it is in sight. */
interface Sight {
  readonly top?: number;
  readonly height?: number;
  readonly ratio?: number;
}

/** What a browser would say of each element; happy-dom lays nothing out. */
const sights = new Map<Element, Sight>();
const observing = new Set<object>();
const reveal = vi.fn<(top: number, height: number) => void>();
let element: HTMLElement;
let root: ShadowRoot;

const $ = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector)!;
const focus = async (part: Element) => {
  part.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  await quiet();
};

beforeEach(() => {
  reveal.mockReset();
  sights.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #heard: (entries: readonly object[]) => void;
      constructor(heard: (entries: readonly object[]) => void) {
        this.#heard = heard;
        observing.add(this);
      }
      observe(target: Element) {
        const { top = 0, height = 0, ratio = 1 } = sights.get(target) ?? {};
        const rect = { top, height };
        setImmediate(() =>
          this.#heard([
            { target, boundingClientRect: rect, intersectionRect: rect, intersectionRatio: ratio },
          ]),
        );
      }
      disconnect() {
        observing.delete(this);
      }
    },
  );
  element = document.createElement('section');
  root = element.attachShadow({ mode: 'open' });
  root.innerHTML = `
    <section id="size-step"><input id="width"></section>
    <section id="wood-step"></section>
    <dialog><input id="name"></dialog>`;
  document.body.replaceChildren(element);
  keepInView(element, reveal);
});
afterEach(() => {
  expect(observing.size).toBe(0);
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('what gets the focus', () => {
  it.each([0, 0.11, 0.5, 0.89])(
    'is brought into view, with some room, where %d of it is seen',
    async (ratio) => {
      sights.set($('#width'), { top: 800, height: 40, ratio });
      await focus($('#width'));
      expect(reveal.mock.calls).toEqual([[784, 72]]);
    },
  );

  it.each([0.9, 0.95, 1])('is left where it is where %d of it is seen', async (ratio) => {
    sights.set($('#width'), { top: 800, height: 40, ratio });
    await focus($('#width'));
    expect(reveal).not.toHaveBeenCalled();
  });
});

describe('a step that the shopper goes to', () => {
  const goTo = async (id: string) => {
    emit(element, 'widget.step_changed', { step_id: id });
    await quiet();
  };

  it('is brought into view', async () => {
    sights.set($('#wood-step'), { top: 1200, height: 300, ratio: 0.2 });
    await goTo('wood');
    expect(reveal.mock.calls).toEqual([[1184, 332]]);
    sights.set($('#size-step'), { top: 10, height: 300, ratio: 1 });
    await goTo('size');
    expect(reveal).toHaveBeenCalledTimes(1);
  });

  it('may be on no screen', async () => {
    await goTo('nowhere');
    expect(reveal).not.toHaveBeenCalled();
  });
});

describe('a dialog', () => {
  const open = (modal: boolean) => {
    const dialog = $<HTMLDialogElement>('dialog');
    vi.spyOn(dialog, 'matches').mockImplementation((selector) => selector === ':modal' && modal);
    sights.set($('#name'), { top: 2000, height: 40, ratio: 0 });
    return dialog;
  };

  it('is put into the part of the frame that is in sight, and the page stays where it is', async () => {
    const dialog = open(true);
    sights.set(element, { top: 700, height: 500, ratio: 0.3 });
    await focus($('#name'));
    expect(reveal).not.toHaveBeenCalled();
    expect(dialog.style.getPropertyValue('margin-block')).toBe('716px auto');
    expect(dialog.style.getPropertyValue('max-block-size')).toBe('468px');
  });

  it('stays where it is where nothing of the frame is in sight', async () => {
    const dialog = open(true);
    sights.set(element, { top: 0, height: 0, ratio: 0 });
    await focus($('#name'));
    expect(reveal).not.toHaveBeenCalled();
    expect(dialog.getAttribute('style') ?? '').toBe('');
  });

  it('that stands in the page like anything else is brought into view like anything else', async () => {
    const dialog = open(false);
    await focus($('#name'));
    expect(reveal.mock.calls).toEqual([[1984, 72]]);
    expect(dialog.getAttribute('style') ?? '').toBe('');
  });
});
