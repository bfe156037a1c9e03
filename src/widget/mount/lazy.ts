import { signal } from '@preact/signals';
import { createElement, type ComponentType } from 'preact';
import { LoadError } from './load-error.tsx';
import type { Widget } from './widget.ts';

/** A component whose code is loaded when it is first shown; if that fails, an error takes its place. `load` loads it beforehand. */
export function lazy<Name extends string, Props extends { readonly widget: Widget }>(
  fetch: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> & { load(): Promise<unknown> } {
  const loaded = signal<ComponentType<Props>>();
  let loading: Promise<unknown> | undefined;
  const load = () =>
    (loading ??= fetch().then(
      (code) => show(code[name]),
      () => show(LoadError),
    ));
  const show = (view: ComponentType<Props>) => (loaded.value = view);
  const view = (props: Props) => {
    if (loaded.value) return createElement(loaded.value, props);
    void load();
    return null;
  };
  return Object.assign(view, { load });
}
