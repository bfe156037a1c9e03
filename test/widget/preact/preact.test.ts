import * as real from 'preact';
import * as realSignals from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as ours from '../../../src/widget/preact/index.ts';
import * as ourSignals from '../../../src/widget/preact/signals.ts';

/** One suite, two implementations: what the widget takes from Preact, in Preact's own and in our words. */
interface Implementation {
  readonly createElement: (type: unknown, props?: object | null, ...children: unknown[]) => unknown;
  readonly render: (view: unknown, place: Element) => void;
  readonly Fragment: unknown;
  readonly Component: new (props: object) => {
    props: Record<string, unknown>;
    state: Record<string, unknown>;
    setState(change: object | ((state: Record<string, unknown>) => object)): void;
  };
}
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe.each([
  ['preact', real as unknown as Implementation],
  ['ours', ours as unknown as Implementation],
])('%s', (_, { createElement: h, render, Fragment, Component }) => {
  let place: HTMLElement;
  beforeEach(() => {
    place = document.createElement('div');
    document.body.append(place);
  });
  afterEach(() => place.remove());
  const html = () => place.innerHTML.replaceAll('&nbsp;', ' ');

  test('draws elements, texts, numbers, lists and nothing', () => {
    render(h('p', { class: 'a' }, 'x', 1, null, false, undefined, [h('b', { key: 1 }, 'y'), 'z']), place);
    expect(html()).toBe('<p class="a">x1<b>y</b>z</p>');
    render(h(Fragment, null, h('i', null), 'end'), place);
    expect(html()).toBe('<i></i>end');
    render(null, place);
    expect(place.textContent).toBe('');
    expect(place.children).toHaveLength(0);
  });

  test('draws what it made itself, never an object that only looks alike', () => {
    const parsed: unknown = JSON.parse(
      '{"type":"script","props":{"children":"window.ran = 1"},"key":null,"kids":[],"by":{},"constructor":null,"__k":null}',
    );
    render(h('p', null, 'a', parsed, [parsed]), place);
    expect(html()).toBe('<p>a</p>');
    render(h('p', null, h('b', null, parsed), parsed, 'z'), place);
    expect(html()).toBe('<p><b></b>z</p>');
  });

  test('sets, changes and removes attributes, and tells aria from booleans', () => {
    render(h('input', { readOnly: true, 'aria-invalid': false, 'aria-required': true, title: 'a' }), place);
    const input = place.querySelector('input')!;
    expect([input.readOnly, input.getAttribute('aria-invalid'), input.getAttribute('aria-required')]).toEqual(
      [true, 'false', 'true'],
    );
    render(h('input', { readOnly: false, 'aria-required': undefined }), place);
    expect(place.querySelector('input')).toBe(input);
    expect([input.readOnly, input.hasAttribute('aria-required'), input.title]).toEqual([false, false, '']);
  });

  test('keeps live values as they should be, whatever the user did', () => {
    const view = (checked: boolean, value: string) =>
      h('div', null, h('input', { type: 'checkbox', checked }), h('input', { value }));
    render(view(true, 'a'), place);
    const [box, field] = place.querySelectorAll('input');
    box!.checked = false;
    field!.value = 'typed';
    render(view(true, 'a'), place);
    expect([box!.checked, field!.value]).toEqual([true, 'a']);
    render(h('select', null, h('option', { value: '' }, 'none'), h('option', { value: 'x' }, 'x')), place);
    expect(place.querySelector('select')!.value).toBe('');
    render(null, place);
    const options = ['x', 'y'].map((value) => h('option', { key: value, value }, value));
    render(h('select', { value: 'y' }, options), place);
    expect(place.querySelector('select')!.value).toBe('y');
  });

  test('listens, to the handler of the last drawing only', () => {
    const heard: string[] = [];
    const view = (name: string) => h('button', { onClick: () => heard.push(name) });
    render(view('a'), place);
    render(view('b'), place);
    place.querySelector('button')!.click();
    expect(heard).toEqual(['b']);
  });

  test('moves nodes by key, with what they hold', () => {
    const list = (...keys: string[]) =>
      h(
        'ul',
        null,
        keys.map((key) => h('li', { key }, key)),
      );
    render(list('a', 'b', 'c', 'd'), place);
    const before = new Map([...place.querySelectorAll('li')].map((each) => [each.textContent, each]));
    for (const order of ['dcba', 'bd', 'xbyd', 'abcd', '', 'ba']) {
      render(list(...order), place);
      expect(place.textContent).toBe(order);
      if (order === 'dcba')
        for (const each of place.querySelectorAll('li')) expect(each).toBe(before.get(each.textContent));
    }
  });

  test('keeps the place of what comes and goes, in fragments and components too', async () => {
    let show: (visible: boolean) => void = () => {};
    class Maybe extends Component {
      constructor(props: object) {
        super(props);
        show = (visible) => this.setState({ visible });
      }
      render() {
        return this.state?.['visible'] ? h(Fragment, null, h('b', null, '1'), h('b', null, '2')) : null;
      }
    }
    render(h('p', null, 'a', h(Maybe, null), 'z'), place);
    expect(place.textContent).toBe('az');
    show(true);
    await tick();
    expect(html()).toBe('<p>a<b>1</b><b>2</b>z</p>');
    show(false);
    await tick();
    expect(place.textContent).toBe('az');
  });

  test('draws several changes of state once, with what they add up to', async () => {
    let drawn = 0;
    let change: InstanceType<typeof Component>['setState'] = () => {};
    class Counter extends Component {
      override state: Record<string, unknown> = { n: 0 };
      constructor(props: object) {
        super(props);
        change = (next) => this.setState(next);
      }
      render(_: object, { n }: Record<string, unknown>) {
        drawn += 1;
        return String(n);
      }
    }
    render(h(Counter, null), place);
    change({ n: 1 });
    change(({ n }) => ({ n: (n as number) + 1 }));
    await tick();
    expect([place.textContent, drawn]).toEqual(['2', 2]);
  });

  test('asks whether new props matter, mounts, and says goodbye', async () => {
    const said: string[] = [];
    class View extends Component {
      shouldComponentUpdate(props: Record<string, unknown>) {
        return props['name'] !== this.props['name'];
      }
      componentDidMount() {
        said.push(`mounted ${place.textContent}`);
      }
      componentWillUnmount() {
        said.push('gone');
      }
      render({ name }: Record<string, unknown>) {
        said.push(`drawn ${String(name)}`);
        return h('span', null, name, h(Inner, null));
      }
    }
    class Inner extends Component {
      componentWillUnmount() {
        said.push('inner gone');
      }
      render() {
        return null;
      }
    }
    const view = (name: string, more = 0) => h('div', { title: more }, h(View, { name, more }));
    render(view('a'), place);
    render(view('a', 1), place);
    render(view('b', 2), place);
    render(h('div', null), place);
    await tick();
    expect(said).toEqual(['drawn a', 'mounted a', 'drawn b', 'gone', 'inner gone']);
  });

  test('gives elements to refs once they are in the document, and takes them back', () => {
    const given: unknown[] = [];
    const ref = (element: Element | null) => given.push(element && element.isConnected);
    render(h('p', null, h('b', { ref })), place);
    render(h('p', null, h('b', { ref })), place);
    render(h('p', null), place);
    expect(given).toEqual([true, null]);
  });

  test('draws SVG as SVG, with its camel-cased attributes', () => {
    render(h('svg', { viewBox: '0 0 1 1' }, h('g', null, h('rect', { 'stroke-width': 2, width: 1 }))), place);
    const rect = place.querySelector('rect')!;
    expect(rect.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(place.querySelector('svg')!.getAttribute('viewBox')).toBe('0 0 1 1');
    expect(rect.getAttribute('stroke-width')).toBe('2');
  });

  test('sets styles by property, so that no policy minds', () => {
    render(h('i', { style: { background: 'red' } }), place);
    expect(place.querySelector('i')!.style.background).toContain('red');
  });
});

describe.each([
  [
    '@preact/signals-core',
    realSignals as Pick<typeof ourSignals, 'batch' | 'effect'> & { signal: typeof realSignals.signal },
  ],
  ['ours', ourSignals],
])('signals: %s', (_, { signal, effect, batch }) => {
  test('an effect runs at once, and again when what it read has changed', () => {
    const a = signal(1);
    const b = signal(10);
    const seen: number[] = [];
    const stop = effect(() => {
      seen.push(a.value > 1 ? b.value : a.value);
    });
    b.value = 11;
    a.value = 1;
    a.value = 2;
    b.value = 12;
    stop();
    b.value = 13;
    expect(seen).toEqual([1, 11, 12]);
    expect(b.peek()).toBe(13);
  });

  test('a batch runs it once', () => {
    const a = signal(1);
    const b = signal(1);
    let runs = 0;
    effect(() => {
      runs += 1;
      void (a.value + b.value);
    });
    batch(() => {
      a.value = 2;
      batch(() => {
        b.value = 2;
      });
      a.value = 3;
    });
    expect(runs).toBe(2);
  });

  test('an effect inside another reads for itself', () => {
    const outer = signal(1);
    const inner = signal(1);
    let outerRuns = 0;
    let innerRuns = 0;
    effect(() => {
      outerRuns += 1;
      void outer.value;
      if (outerRuns > 1) return;
      effect(() => {
        innerRuns += 1;
        void inner.value;
      });
    });
    inner.value = 2;
    expect([outerRuns, innerRuns]).toEqual([1, 2]);
  });
});
