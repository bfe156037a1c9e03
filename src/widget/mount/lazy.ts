import { signal } from '@preact/signals';
import { createElement, type ComponentType } from 'preact';
import { LoadError } from './load-error.tsx';
import type { Widget } from './widget.ts';

/** A component whose code comes when it is first shown; where it does not come, that is said in its place. `load` fetches it beforehand. */
export function lazy<Props extends { readonly widget: Widget }>(
  fetch: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { load(): Promise<unknown> } {
  const loaded = signal<ComponentType<Props>>();
  let asked: Promise<unknown> | undefined;
  const load = () => (asked ??= fetch().then(show, () => show(LoadError)));
  const show = (view: ComponentType<Props>) => (loaded.value = view);
  const view = (props: Props) => {
    if (loaded.value) return createElement(loaded.value, props);
    void load();
    return null;
  };
  return Object.assign(view, { load });
}
