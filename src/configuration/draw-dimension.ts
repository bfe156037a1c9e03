import { thousandths } from './draw-attributes.ts';
import { node, type SvgNode } from './svg-node.ts';

/**
 * A dimension line: a thin line from (x1, y1) to (x2, y2) with an arrow and a short extension line at both ends and
 * its text in the middle, above the line. Texts read from below or, upright ones, from the right.
 * Empty where an end is unset.
 *
 * @param attributes `font_size` in units of the picture scales arrows and text; `stroke` paints lines, `fill` the text.
 */
export function dimension(attributes: SvgNode['attributes'], text: string): SvgNode[] {
  const { x1, y1, x2, y2, stroke = 'currentColor', fill = stroke, 'font-size': size = 12 } = attributes;
  const [dx, dy] = [+x2! - +x1!, +y2! - +y1!];
  const flip = dx < 0 || (!dx && dy > 0);
  const turn = (thousandths((Math.atan2(dy, dx) * 180) / Math.PI) ?? 0) + (flip ? 180 : 0);
  // Everything is drawn ten units high and scaled to the font size, so that the numbers below stay plain.
  const scale = +size / 10;
  const end = thousandths(Math.hypot(dx, dy) / scale);
  if (!end) return [];
  const [x, y] = flip ? [x2, y2] : [x1, y1];
  return [
    node('g', { transform: `translate(${x} ${y})rotate(${turn})scale(${thousandths(scale)})` }, [
      node('path', {
        d: `M0-4.5v9M${end}-4.5v9M0 0H${end}M0 0l6-1.7v3.4zM${end} 0l-6-1.7v3.4z`,
        fill: stroke,
        stroke,
        'stroke-width': 0.7,
      }),
      node('text', { x: end / 2, y: -4, fill, 'font-size': 10, 'text-anchor': 'middle' }, [text]),
    ]),
  ];
}
