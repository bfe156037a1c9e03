import { drawAgain } from './render.ts';
import type { Props, VNode } from './vnode.ts';

type State = object;

/** A view with a state of its own. Changes of state are drawn together, in a microtask. */
export class Component<P extends object = Props, S extends State = State> {
  props: P;
  state = {} as S;
  /** The state after the changes that are not drawn yet. */
  nextState: S | undefined;
  node: VNode | undefined;

  constructor(props: P) {
    this.props = props;
  }

  setState(change: Partial<S> | ((state: S) => Partial<S>)): void {
    const before = this.nextState ?? this.state;
    this.nextState = { ...before, ...(typeof change === 'function' ? change(before) : change) };
    drawAgain(this as unknown as Component);
  }

  shouldComponentUpdate(_props: P, _state: S): boolean {
    return true;
  }

  componentDidMount(): void {}
  componentWillUnmount(): void {}

  render(_props: P, _state: S): unknown {
    return null;
  }
}
