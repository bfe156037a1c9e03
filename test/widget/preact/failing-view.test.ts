import { expect, test, vi } from 'vitest';
import { Component, createElement, render } from '../../../src/widget/preact/index.ts';

class Counter extends Component<{ readonly fails: boolean }, { readonly count?: number }> {
  override render({ fails }: { readonly fails: boolean }, { count = 0 }: { readonly count?: number }) {
    if (fails && count) throw new Error('failed');
    all.add(this);
    return createElement('p', null, count);
  }
}
const all = new Set<Counter>();

test('a view that fails takes no others along, and is reported', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const place = document.createElement('div');
  const view = (fails: boolean) => createElement(Counter as never, { fails, key: String(fails) });
  render(createElement('div', null, view(true), view(false)), place);
  for (const each of all) each.setState({ count: 1 });
  await Promise.resolve();
  expect(place.textContent).toBe('01');
  expect(report).toHaveBeenCalledExactlyOnceWith(new Error('failed'));
  vi.unstubAllGlobals();
});
