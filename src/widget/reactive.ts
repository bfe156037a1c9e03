import { effect } from '@preact/signals-core';
import { Component, type ComponentChild, type ComponentType } from 'preact';

/**
 * A component that draws itself again when a signal it read has changed, or one of its props; nothing else does.
 * (@preact/signals does this too, but brings the hooks along.)
 */
export function reactive<Props extends object>(view: (props: Props) => ComponentChild): ComponentType<Props> {
  return class extends Component<Props, { changes: number }> {
    #stop = () => {};

    override shouldComponentUpdate(props: Props, state: unknown) {
      return (
        state !== this.state ||
        Object.entries(props).some(([key, value]) => value !== this.props[key as keyof Props])
      );
    }

    override componentWillUnmount() {
      this.#stop();
    }

    override render(props: Props) {
      let drawn: ComponentChild;
      let first = true;
      this.#stop();
      this.#stop = effect(() => {
        if (first) drawn = view(props);
        else this.setState(({ changes = 0 }) => ({ changes: changes + 1 }));
        first = false;
      });
      return drawn;
    }
  };
}
