import { createElement, type VNode } from 'preact';
import { draw } from '../configuration/draw.ts';
import type { SvgNode } from '../configuration/svg-node.ts';
import type { WidgetProps } from './app.tsx';
import { reactive } from './reactive.ts';

const toElement = ({ tag, attributes, children }: SvgNode): VNode =>
  createElement(
    tag,
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );

/** Scales even a drawing of a few units beyond its place. */
const VAST = 1000;

/** The picture that follows the selection: the product's drawing, or its photograph. */
export const Picture = reactive<WidgetProps>(({ widget }) => {
  const { product, state, texts } = widget;
  const drawing = draw(state.engine, state.resolved.value, texts.language);
  if (drawing) {
    const { width, height } = drawing.attributes;
    // Larger than any screen, in its own proportions: the style sheet makes it fit.
    const attributes = { ...drawing.attributes, width: Number(width) * VAST, height: Number(height) * VAST };
    return toElement({ ...drawing, attributes });
  }
  return product.image && <img src={widget.url(product.image)} alt={texts.text(product.name)} />;
});
