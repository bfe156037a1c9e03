import { createElement, type VNode } from 'preact';
import { draw } from '../../drawing/draw.ts';
import type { Resolved } from '../../engine/resolved.ts';
import type { SvgNode } from '../../drawing/svg-node.ts';
import type { WidgetProps } from '../mount/widget-props.ts';
import type { Widget } from '../mount/widget.ts';

const toElement = ({ tag, attributes, children }: SvgNode, more?: object): VNode =>
  createElement(
    tag,
    { ...attributes, ...more },
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );

const isMissingNumber = ({ issues, features }: Resolved) =>
  issues.some(({ kind, path }) => kind === 'incomplete' && features.get(path)?.feature.type === 'number');

/** The last complete drawing of each widget. */
const last = new WeakMap<Widget, SvgNode>();

/** The drawing; while a number is missing, usually because a new one is being typed, the last complete one. */
function drawingOf(widget: Widget): SvgNode | undefined {
  const { state, texts } = widget;
  const resolved = state.resolved.value;
  const incomplete = isMissingNumber(resolved);
  const drawing = (incomplete && last.get(widget)) || draw(state.engine, resolved, texts.language);
  if (drawing && !incomplete) last.set(widget, drawing);
  return drawing;
}

/** The product's drawing, which follows the configuration, or else its photograph. */
export const Picture = ({ widget }: WidgetProps) => {
  const { product, texts } = widget;
  const drawing = drawingOf(widget);
  if (drawing) {
    const ratio = Number(drawing.attributes['width']) / Number(drawing.attributes['height']);
    // As large as fits in its own proportions, so that parts beyond its edge stay out of sight.
    const style = {
      aspectRatio: `${ratio}`,
      inlineSize: `min(100cqi, ${ratio} * 100cqb)`,
      blockSize: 'auto',
    };
    return toElement(drawing, { style });
  }
  return product.image && <img src={widget.url(product.image)} alt={texts.text(product.name)} />;
};
