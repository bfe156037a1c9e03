import type { PublishedShape } from '../contract/published.ts';
import type { Term } from '../contract/term.ts';
import { attributeName, attributeValue, thousandths } from './draw-attributes.ts';
import { dimension } from './draw-dimension.ts';
import type { Engine, Resolved } from './engine.ts';
import { compileTerm, type Compiled } from './evaluate.ts';
import { localise } from './localise.ts';
import type { Names, Scope } from './scope.ts';
import { node, type SvgNode } from './svg-node.ts';

const TAGS = /^(rect|circle|ellipse|line|polyline|polygon|path|text|image|group|dimension)$/;
const MOST_COPIES = 500;
const MOST_SHAPES = 5000;

/** Compiled once: every choice draws the picture again. Terms belong to one product, so its tables go without saying. */
const compiled = new WeakMap<object, Compiled>();

/**
 * Draws a configuration: the picture that the product describes, as a plain tree. A pure function, and the only one
 * that draws: the widget makes elements of the tree and the server text, so both show the same.
 *
 * Only listed tags and attributes come out, with values of the right kind (`draw-attributes.ts`). An attribute or text
 * that is unset is left out. At most 500 copies of a shape and 5,000 shapes are drawn.
 *
 * @returns undefined where the product has no drawing, or its width or height is unset.
 */
export function draw(
  { product }: Pick<Engine, 'product'>,
  resolved: Pick<Resolved, 'scope'>,
  language: string,
): SvgNode | undefined {
  const { drawing } = product;
  let left = MOST_SHAPES;

  const evaluate = (term: Term | undefined, scope: Scope): unknown => {
    if (typeof term !== 'object' || !term) return term;
    let run = compiled.get(term);
    if (!run) compiled.set(term, (run = compileTerm(term, product)));
    return run(scope);
  };
  const number = (term: Term | undefined, scope = resolved.scope) => thousandths(evaluate(term, scope));

  const width = number(drawing?.width);
  const height = number(drawing?.height);
  if (!drawing || !width || !height) return undefined;

  const gradients = drawing.gradients.map(({ id }) => `url(#${id})`);

  const attributesOf = (terms: Readonly<Record<string, Term>>, scope: Scope) => {
    const result: Record<string, string | number> = {};
    for (const name in terms) {
      const value = attributeValue(name, evaluate(terms[name], scope), gradients);
      if (value !== undefined) result[attributeName(name)] = value;
    }
    const { translate_x, translate_y, rotate, scale } = terms;
    if (translate_x ?? translate_y ?? rotate ?? scale)
      result.transform = `translate(${number(translate_x, scope) ?? 0} ${number(translate_y, scope) ?? 0})rotate(${number(rotate, scope) ?? 0})scale(${number(scale, scope) ?? 1})`;
    return result;
  };

  const scopesOf = (each: PublishedShape['each'], scope: Scope): Scope[] => {
    if (!each) return [scope];
    const repetitions =
      'step' in each ? (scope.global[each.step] as readonly Names[] | undefined) : undefined;
    const count = 'step' in each ? (repetitions?.length ?? 0) : (number(each.count, scope) ?? 0);
    return Array.from({ length: Math.min(MOST_COPIES, count) }, (_, index) => ({
      ...scope,
      repetition: repetitions?.[index] ?? scope.repetition,
      index,
    }));
  };

  const shapesOf = (shapes: readonly PublishedShape[], outer: Scope): SvgNode[] =>
    shapes.flatMap((shape) => scopesOf(shape.each, outer).flatMap((scope) => nodesOf(shape, scope)));

  const nodesOf = (
    { shape, when = true, attributes = {}, text, shapes = [] }: PublishedShape,
    scope: Scope,
  ) => {
    if (left-- <= 0 || !TAGS.test(shape) || evaluate(when, scope) !== true) return [];
    const drawn = attributesOf(attributes, scope);
    const said = `${(evaluate(text, scope) as string | number | undefined) ?? ''}`;
    if (shape === 'group') return [node('g', drawn, shapesOf(shapes, scope))];
    if (shape === 'dimension') return dimension(drawn, said);
    return [node(shape, drawn, said ? [said] : [])];
  };

  const stopsOf = (stops: (typeof drawing.gradients)[number]['stops']) =>
    stops.map(({ at, colour, opacity = 1 }) => {
      const { fill = 'none', opacity: visible = 1 } = attributesOf({ fill: colour, opacity }, resolved.scope);
      return node('stop', { offset: at, 'stop-color': fill, 'stop-opacity': visible });
    });

  return node(
    'svg',
    {
      viewBox: `${number(drawing.x) ?? 0} ${number(drawing.y) ?? 0} ${width} ${height}`,
      width,
      height,
      role: 'img',
    },
    [
      node('title', {}, [localise(drawing.title, [language, ...product.languages])]),
      ...drawing.gradients.map(({ id, x1, y1, x2, y2, stops }) =>
        node('linearGradient', { id, x1, y1, x2, y2 }, stopsOf(stops)),
      ),
      ...shapesOf(drawing.shapes, resolved.scope),
    ],
  );
}
