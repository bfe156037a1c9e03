import { thousandths } from './attribute-value.ts';
import { node, type SvgNode } from './svg-node.ts';

/**
 * A dimension line: a thin line from (x1, y1) to (x2, y2) with an arrow and a short extension line at both ends and
 * its text in the middle, above the line. Texts read from below or, upright ones, from the right.
 * Empty where an end is unset.
 *
 * @param attributes `font_size` in units of the picture scales arrows and text; `stroke` paints lines, `fill` the text.
 */
export function drawDimension(attributes: SvgNode['attributes'], text: string): SvgNode[] {
  const { x1, y1, x2, y2, stroke = 'currentColor', fill = stroke, 'font-size': size = 12 } = attributes;
  const [dx, dy] = [+x2! - +x1!, +y2! - +y1!];
  const length = Math.hypot(dx, dy);
  // Everything is drawn ten units high and scaled to the font size, so that the numbers below stay plain.
  const end = thousandths((length / +size) * 10);
  if (!end) return [];
  const flip = dx < 0 || (!dx && dy > 0);
  const along = ((flip ? -1 : 1) * +size) / 10 / length;
  const [a, b] = [dx, dy].map((one) => +(one * along).toFixed(6));
  return [
    node('g', { transform: `matrix(${a} ${b} ${-b!} ${a} ${flip ? `${x2} ${y2}` : `${x1} ${y1}`})` }, [
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
