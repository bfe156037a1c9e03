import type { PublishedShape } from '../contract/published/published-drawing.ts';
import type { Expr } from '../contract/published/expr.ts';
import { attributeValue, thousandths } from './attribute-value.ts';
import { drawDimension } from './draw-dimension.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { Resolved } from '../engine/resolved.ts';
import { localise } from '../text/localise.ts';
import type { Scope } from '../expressions/scope.ts';
import { node, type SvgNode } from './svg-node.ts';

const TAGS = /^(rect|circle|ellipse|line|poly(line|gon)|path|text|image|group|dimension)$/;
const MOST_COPIES = 500;
const MOST_SHAPES = 5000;

/**
 * Draws a configuration: the picture that the product describes, as a plain tree. A pure function, and the only one
 * that draws: the widget makes elements of the tree and the server text, so both show the same.
 *
 * Only listed tags and attributes come out, with values of the right kind (`attribute-value.ts`). An attribute or text
 * that is unset is left out. At most 500 copies of a shape and 5,000 shapes are drawn.
 *
 * @returns undefined where the product has no drawing, or its width or height is unset.
 */
export function draw(
  { product, run }: Pick<Engine, 'product' | 'run'>,
  { scope, repetitions }: Pick<Resolved, 'scope' | 'repetitions'>,
  language: string,
): SvgNode | undefined {
  const { drawing } = product;
  const number = (expr: Expr = null, here = scope) => thousandths(run(expr, here));
  const width = number(drawing?.width);
  const height = number(drawing?.height);
  if (!drawing || !width || !height) return undefined;

  let left = MOST_SHAPES;
  const gradients = drawing.gradients.map(({ id }) => `url(#${id})`);

  const attributesOf = (exprs: Readonly<Record<string, Expr>>, here: Scope) => {
    const result: Record<string, string | number> = {};
    for (const name in exprs) {
      const value = attributeValue(name, run(exprs[name]!, here), gradients);
      if (value !== undefined)
        result[name === 'preserve_aspect_ratio' ? 'preserveAspectRatio' : name.replace('_', '-')] = value;
    }
    const { translate_x, translate_y, rotate, scale } = exprs;
    if (translate_x ?? translate_y ?? rotate ?? scale)
      result.transform = `translate(${number(translate_x, here) ?? 0} ${number(translate_y, here) ?? 0})rotate(${number(rotate, here) ?? 0})scale(${number(scale, here) ?? 1})`;
    return result;
  };

  const scopesOf = (each: PublishedShape['each'], here: Scope): readonly Scope[] => {
    if (!each) return [here];
    if ('step' in each) return (repetitions.get(each.step) ?? []).slice(0, MOST_COPIES);
    const length = Math.min(MOST_COPIES, number(each.count, here) ?? 0);
    return Array.from({ length }, (_, index) => ({ ...here, index }));
  };

  const drawAll = (shapes: readonly PublishedShape[], outer: Scope): SvgNode[] =>
    shapes.flatMap(({ shape, each, when = true, attributes = {}, text = '', shapes = [] }) =>
      scopesOf(each, outer).flatMap((here) => {
        if (left-- < 1 || !TAGS.test(shape) || run(when, here) !== true) return [];
        const drawn = attributesOf(attributes, here);
        const said = `${(run(text, here) as string | number | undefined) ?? ''}`;
        if (shape === 'group') return node('g', drawn, drawAll(shapes, here));
        return shape === 'dimension' ? drawDimension(drawn, said) : node(shape, drawn, said ? [said] : []);
      }),
    );

  return node(
    'svg',
    {
      viewBox: `${number(drawing.x) ?? 0} ${number(drawing.y) ?? 0} ${width} ${height}`,
      width,
      height,
      role: 'img',
    },
    [
      // Made a text, even if a file that was never compiled has something else here.
      node('title', {}, [`${localise(drawing.title, [language, ...product.languages])}`]),
      ...drawing.gradients.map(({ id, x1, y1, x2, y2, stops }) =>
        node(
          'linearGradient',
          { id, x1, y1, x2, y2 },
          stops.map(({ at, colour, opacity = 1 }) => {
            const { fill = 'none', opacity: shown = 1 } = attributesOf({ fill: colour, opacity }, scope);
            return node('stop', { offset: at, 'stop-color': fill, 'stop-opacity': shown });
          }),
        ),
      ),
      ...drawAll(drawing.shapes, scope),
    ],
  );
}
