import { draw } from '../../drawing/draw.ts';
import { pictureCode } from '../../configuration/picture-code.ts';
import type { CanonicalConfiguration } from '../../contract/configuration/canonical-configuration.ts';
import type { Resolved } from '../../engine/resolved.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';

/** The picture that goes with the items: the companion's drawing by URL, without a companion the drawing itself. Empty for none. */
export async function imageOf(
  widget: Widget,
  resolved: Resolved,
  configuration: CanonicalConfiguration,
): Promise<string> {
  const { product, options, state, texts } = widget;
  const photograph = product.image ? widget.url(product.image) : '';
  if (!product.drawing) return photograph;
  if (options.server)
    return `${options.server}api/v1/products/${encodeURIComponent(product.id)}/drawing.svg?c=${pictureCode(product, configuration)}`;
  const { svgText } = await loadOrReport(widget, import('../../drawing/svg-text.ts'));
  const drawing = draw(state.engine, resolved, texts.language);
  return drawing ? `data:image/svg+xml,${encodeURIComponent(svgText(drawing))}` : photograph;
}
