import { createElement, type VNode } from 'preact';
import { draw } from '../../drawing/draw.ts';
import type { Resolved } from '../../engine/create-engine.ts';
import type { SvgNode } from '../../drawing/svg-node.ts';
import type { WidgetProps } from '../mount/widget-props.ts';
import type { Widget } from '../mount/widget.ts';

const toElement = ({ tag, attributes, children }: SvgNode, more?: object): VNode =>
  createElement(
    tag,
    { ...attributes, ...more },
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );

const lacksNumber = ({ issues, features }: Resolved) =>
  issues.some(({ kind, path }) => kind === 'incomplete' && features.get(path)?.feature.type === 'number');

const last = new WeakMap<Widget, SvgNode>();

/** The drawing; while a number is empty, as a rule because another is being typed, the last one that had them all. */
function drawingOf(widget: Widget): SvgNode | undefined {
  const { state, texts } = widget;
  const resolved = state.resolved.value;
  const lacks = lacksNumber(resolved);
  const drawing = (lacks && last.get(widget)) || draw(state.engine, resolved, texts.language);
  if (drawing && !lacks) last.set(widget, drawing);
  return drawing;
}

/** The picture that follows the selection: the product's drawing, or its photograph. */
export const Picture = ({ widget }: WidgetProps) => {
  const { product, texts } = widget;
  const drawing = drawingOf(widget);
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
};
