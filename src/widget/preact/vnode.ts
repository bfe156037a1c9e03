import type { Component } from './component.ts';

export type Props = Readonly<Record<string, unknown>>;
export type View = ((props: Props) => unknown) | (new (props: Props) => Component);

/** What is to be on screen, and, once it is, what stands for it there. */
export interface VNode {
  /** An element's name, a component, an array's or fragment's place (`LIST`), or a text (`TEXT`). */
  readonly type: string | View;
  readonly props: Props;
  readonly key: unknown;
  /** Element or text. */
  dom?: Element | Text;
  component?: Component;
  /** Children of an element or list; the one thing a component draws. Never empty for the latter two, so that each has a place. */
  kids: VNode[];
  /** Says that `jsx` made it: no JSON holds a function, so that a product's texts never pass for nodes. */
  readonly by: typeof jsx;
}

export const TEXT = '#text';
export const LIST = '#list';

/** Stands in JSX for `<>…</>`. */
export const Fragment = LIST;

/** What JSX becomes. Children are props, so that a component gets them too. */
export const jsx = (type: VNode['type'], props: Props, key?: unknown): VNode => ({
  type,
  props,
  key,
  kids: [],
  by: jsx,
});

export function createElement(type: VNode['type'], props: Props | null, ...children: unknown[]): VNode {
  const { key, ...others } = props ?? {};
  return jsx(type, children.length ? { ...others, children } : others, key);
}

/** Anything a view may yield as a node: nothing, or what is no node of ours, is an empty text, which keeps the place. */
export function toNode(drawn: unknown): VNode {
  if (Array.isArray(drawn)) return jsx(LIST, { children: drawn });
  if ((drawn as VNode | undefined)?.by === jsx) return drawn as VNode;
  return jsx(TEXT, { text: typeof drawn === 'string' || typeof drawn === 'number' ? `${drawn}` : '' });
}
