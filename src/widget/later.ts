import { signal } from '@preact/signals-core';
import { createElement, type ComponentType } from 'preact';
import { reactive } from './reactive.ts';

/** A component whose code comes when it is first shown. `load` fetches it beforehand. */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { load(): Promise<unknown> } {
  const loaded = signal<ComponentType<Props>>();
  let asked: Promise<unknown> | undefined;
  const load = () =>
    (asked ??= fetch().then(
      (view) => (loaded.value = view),
      // The next time it is shown asks again.
      () => (asked = undefined),
    ));
  const view = reactive<Props>((props) => {
    if (loaded.value) return createElement(loaded.value, props);
    void load();
    return null;
  });
  return Object.assign(view, { load });
}
