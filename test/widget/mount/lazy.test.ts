import { createElement, render, type ComponentType } from 'preact';
import { expect, test } from 'vitest';
import { lazy } from '../../../src/widget/mount/lazy.ts';
import type { Widget } from '../../../src/widget/mount/widget.ts';
import { tick } from '../support/mount-product.ts';

interface Props {
  readonly widget: Widget;
  readonly name: string;
}
const widget = { texts: { t: (key: string) => key } } as unknown as Widget;
const props: Props = { widget, name: 'Ada' };
const Hello = ({ name }: Props) => `Hello ${name}`;

test('is nothing until the code is there, which is fetched once', async () => {
  let fetched = 0;
  const Later = lazy(() => {
    fetched++;
    return Promise.resolve({ Hello });
  }, 'Hello');
  const place = document.createElement('div');
  render([createElement(Later, props), createElement(Later, props)], place);
  expect(place.textContent).toBe('');
  await tick();
  expect(place.textContent).toBe('Hello AdaHello Ada');
  await Later.load();
  expect(fetched).toBe(1);
});

test('says in its place that the code did not come, fetched before or when shown', async () => {
  const Later = lazy(() => Promise.reject<{ Hello: ComponentType<Props> }>(new Error('gone')), 'Hello');
  await Later.load();
  const place = document.createElement('div');
  render(createElement(Later, props), place);
  await tick();
  expect(place.querySelector('[role=alert]')?.textContent).toBe('not_loaded');
});
