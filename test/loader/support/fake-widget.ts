import { vi } from 'vitest';
import type { Mounted } from '../../../src/element-api/mounted.ts';
import type { MountOptions } from '../../../src/element-api/mount-options.ts';
import { register } from '../../../src/loader/register.ts';

/** One mounted fake: what it was given, and spies for all it can do. */
export interface FakeMounted {
  readonly options: MountOptions;
  readonly mounted: { [Key in keyof Mounted]: Mounted[Key] };
}

/** Everything that the fake widget was asked to mount, oldest first. */
export const mounts: FakeMounted[] = [];

/** Replaced by tests that want the widget's code to fail or to take its time. */
export const widget = { load: (): Promise<unknown> => Promise.resolve() };

export const BASE = 'https://quotes.test/shop/';

function mount(options: MountOptions): Promise<Mounted> {
  const stage = document.createElement('main');
  options.root.replaceChildren(stage);
  const mounted = {
    getConfiguration: vi.fn(() => Promise.resolve({ product_id: 'table' })),
    select: vi.fn(() => Promise.resolve()),
    goToStep: vi.fn(() => Promise.resolve()),
    reset: vi.fn(() => Promise.resolve()),
    submit: vi.fn((button: string) => Promise.resolve({ button })),
    update: vi.fn(),
    destroy: vi.fn(() => stage.remove()),
    pricing: undefined,
  } as unknown as Mounted;
  mounts.push({ options, mounted });
  return Promise.resolve(mounted);
}

register({ base: BASE, load: () => widget.load().then(() => ({ mount })) });
