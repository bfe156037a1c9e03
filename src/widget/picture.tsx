import { createElement, type VNode } from 'preact';
import { draw } from '../configuration/draw.ts';
import type { SvgNode } from '../configuration/svg-node.ts';
import type { WidgetProps } from './app.tsx';
import { reactive } from './reactive.ts';

const toElement = ({ tag, attributes, children }: SvgNode, more?: object): VNode =>
  createElement(
    tag,
    { ...attributes, ...more },
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );

/** The picture that follows the selection: the product's drawing, or its photograph. */
export const Picture = reactive<WidgetProps>(({ widget }) => {
  const { product, state, texts } = widget;
  const drawing = draw(state.engine, state.resolved.value, texts.language);
  if (drawing) {
    const ratio = Number(drawing.attributes['width']) / Number(drawing.attributes['height']);
    // As large as fits, in its own proportions: what a drawing puts beyond its edge stays out of sight.
    const style = {
      aspectRatio: `${ratio}`,
      inlineSize: `min(100cqi, ${ratio} * 100cqb)`,
      blockSize: 'auto',
    };
    return toElement(drawing, { style });
  }
  return product.image && <img src={widget.url(product.image)} alt={texts.text(product.name)} />;
});
