import { Component } from './component.ts';
import { setProperties } from './set-properties.ts';
import { LIST, TEXT, toNode, type Props, type VNode } from './vnode.ts';

const SVG = 'http://www.w3.org/2000/svg';

const shown = new WeakMap<Node, VNode>();
const waiting = new Set<Component>();
/** What comes once all is in the document: refs, `componentDidMount`. */
let afterwards: (() => void)[] = [];

/** Shows a view in an empty place, in the stead of what this showed there before; null takes it away. */
export function render(view: unknown, place: Node): void {
  const old = shown.get(place);
  // Nothing of ours stays behind: the place may hold something else by the time this is called again.
  shown.delete(place);
  if (view === null) {
    if (old) remove(old);
  } else {
    const node = toNode(view);
    patch(place, old, node, null);
    shown.set(place, node);
  }
  settle();
}

/** Has a component draw itself once more, soon. */
export function drawAgain(component: Component): void {
  if (!waiting.size) queueMicrotask(drawWaiting);
  waiting.add(component);
}

function drawWaiting(): void {
  for (const component of waiting) {
    waiting.delete(component);
    const { node } = component;
    try {
      if (node && component.nextState) redraw(lastDom(node).parentNode!, node, component.props);
    } catch (error) {
      // One view that fails takes no others along.
      reportError(error);
    }
  }
  settle();
}

function settle(): void {
  const due = afterwards;
  afterwards = [];
  for (const run of due) run();
}

/** Makes `next` of `old`, or anew in front of `before`. Either way `next` stands for what is on screen from now on. */
function patch(parent: Node, old: VNode | undefined, next: VNode, before: Node | null): void {
  if (old === next) return;
  if (old && (old.type !== next.type || old.key !== next.key)) {
    patch(parent, undefined, next, firstDom(old));
    return remove(old);
  }
  const { type, props } = next;
  if (typeof type === 'function') return patchComponent(parent, old, next, before);
  if (type === LIST) {
    const { children } = props;
    const list = Array.isArray(children) ? (children as unknown[]) : [children];
    return patchChildren(
      parent,
      old,
      next,
      list.length ? list : [null],
      old ? lastDom(old).nextSibling : before,
    );
  }
  if (old) next.dom = old.dom!;
  if (type === TEXT) {
    next.dom ??= document.createTextNode('');
    if (old?.props.text !== props.text) next.dom.textContent = props.text as string;
  } else {
    const inSvg = type === 'svg' || (parent as Element).namespaceURI === SVG;
    const element = (next.dom ??= inSvg
      ? document.createElementNS(SVG, type)
      : document.createElement(type)) as Element;
    const { children = [] } = props;
    patchChildren(element, old, next, Array.isArray(children) ? children : [children], null);
    setProperties(element, old?.props ?? {}, props);
    const { ref } = props as { ref?: (element: Element) => void };
    if (ref && !old) afterwards.push(() => ref(element));
  }
  if (!old) parent.insertBefore(next.dom, before);
}

function patchComponent(parent: Node, old: VNode | undefined, next: VNode, before: Node | null): void {
  const component = (next.component = old?.component ?? create(next));
  component.node = next;
  if (old) {
    next.kids = old.kids;
    return redraw(parent, next, next.props);
  }
  next.kids = [toNode(component.render(component.props, component.state))];
  patch(parent, undefined, next.kids[0]!, before);
  afterwards.push(() => component.componentDidMount());
}

/** Draws a component with new props or a new state, if it thinks that they matter. */
function redraw(parent: Node, node: VNode, props: Props): void {
  const component = node.component!;
  const state = component.nextState ?? component.state;
  const matters = component.shouldComponentUpdate(props, state);
  component.nextState = undefined;
  component.props = props;
  component.state = state;
  if (!matters) return;
  const [before] = node.kids;
  const drawn = toNode(component.render(props, state));
  patch(parent, before, drawn, null);
  node.kids = [drawn];
}

function create({ type, props }: VNode): Component {
  const view = type as new (props: Props) => Component;
  if ((view.prototype as Component | undefined)?.render) return new view(props);
  const component = new Component(props);
  component.render = type as (props: Props) => unknown;
  return component;
}

/** Children keep their nodes by key, those without one by place. What is new or moved is put where it belongs. */
function patchChildren(
  parent: Node,
  old: VNode | undefined,
  next: VNode,
  children: unknown[],
  end: Node | null,
): void {
  const left = new Map(old?.kids.map((kid, index) => [kid.key ?? index, kid]));
  next.kids = children.map(toNode);
  const pairs = next.kids.map((kid, index) => {
    const name = kid.key ?? index;
    const before = left.get(name);
    left.delete(name);
    return [kid, before] as const;
  });
  for (const gone of left.values()) remove(gone);
  // In order, as a select chooses the first option that comes; later on from the end, where each finds its neighbour in place.
  if (!old) return next.kids.forEach((kid) => patch(parent, undefined, kid, end));
  let after = end;
  for (const [kid, before] of pairs.reverse()) {
    patch(parent, before, kid, after);
    if (before && lastDom(kid).nextSibling !== after)
      for (const dom of domsOf(kid)) parent.insertBefore(dom, after);
    after = firstDom(kid);
  }
}

const firstDom = (node: VNode): Node => node.dom ?? firstDom(node.kids[0]!);
const lastDom = (node: VNode): Node => node.dom ?? lastDom(node.kids.at(-1)!);
const domsOf = (node: VNode): Node[] => (node.dom ? [node.dom] : node.kids.flatMap(domsOf));

/** Takes a node off the screen; its components hear of it first. */
function remove(node: VNode, within = false): void {
  const { component, dom } = node;
  if (component) {
    component.componentWillUnmount();
    component.node = undefined;
    waiting.delete(component);
  }
  (node.props as { ref?: (element: null) => void }).ref?.(null);
  // Whatever is inside an element goes with it.
  for (const kid of node.kids) remove(kid, within || !!dom);
  if (dom && !within) dom.remove();
}
