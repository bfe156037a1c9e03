import * as defaults from '../contract/product/defaults.ts';
import type { Shape } from '../contract/product/drawing.ts';
import type { PublishedDrawing, PublishedShape } from '../contract/published/published-drawing.ts';
import type { Expr } from '../contract/published/expr.ts';
import { defined } from '../contract/defined.ts';
import type { CompileContext } from './compile-context.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import { type DrawnFrom, namesDrawn } from './names-drawn.ts';
import type { ExpressionSite } from './expression-site.ts';
import type { DrawingInput } from './product-input-types.ts';
import type { ExpectedType } from './written-expression.ts';

/** Attributes that are texts, or lists of numbers and letters. */
const lists: ReadonlySet<string> = new Set(['points', 'd', 'stroke_dasharray']);
/** Attributes that are texts; the others are numbers. */
const texts: ReadonlySet<string> = new Set([
  ...['fill', 'stroke', 'stroke_linecap', 'stroke_linejoin', 'text_anchor', 'dominant_baseline'],
  ...['href', 'preserve_aspect_ratio'],
]);

const number: ExpectedType = { is: 'number' };
const text: ExpectedType = { is: 'text' };

/** The drawing with its expressions compiled. @param rest the parts of the product that it may read. */
export function compileDrawing(context: CompileContext, rest: DrawnFrom): PublishedDrawing | undefined {
  const { drawing } = context.input;
  if (!drawing) return undefined;
  const { gradients = [] } = drawing;
  refuseDuplicates(gradients, 'drawing.gradients', 'gradient', context);
  const site: ExpressionSite = { gradients: gradients.map(({ id }) => id) };
  const amount = (key: 'width' | 'height' | 'x' | 'y') =>
    drawing[key] === undefined ? undefined : context.expr(drawing[key], `drawing.${key}`, site, number);
  const compiled = defined({
    width: amount('width')!,
    height: amount('height')!,
    x: amount('x'),
    y: amount('y'),
    title: drawing.title,
    gradients: gradients.map((gradient, index) =>
      compileGradient(gradient, `drawing.gradients[${index}]`, context),
    ),
    shapes: compileShapes(drawing.shapes as readonly Shape[], 'drawing.shapes', site, context),
  });
  return { ...compiled, reads: namesDrawn(compiled, rest) };
}

function compileGradient(
  {
    id,
    x1 = defaults.gradientX1,
    y1 = defaults.gradientY1,
    x2 = defaults.gradientX2,
    y2 = defaults.gradientY2,
    stops,
  }: NonNullable<DrawingInput['gradients']>[number],
  path: string,
  context: CompileContext,
): PublishedDrawing['gradients'][number] {
  const compiled = stops.map(({ at, colour, opacity }, index) => {
    const stop = `${path}.stops[${index}]`;
    return defined({
      at,
      colour: context.expr(colour, `${stop}.colour`, {}, text),
      opacity: opacity === undefined ? undefined : context.expr(opacity, `${stop}.opacity`, {}, number),
    });
  });
  return { id, x1, y1, x2, y2, stops: compiled };
}

const compileShapes = (
  shapes: readonly Shape[],
  path: string,
  site: ExpressionSite,
  context: CompileContext,
): PublishedShape[] => shapes.map((shape, index) => compileShape(shape, `${path}[${index}]`, site, context));

function compileShape(
  shape: Shape,
  path: string,
  outside: ExpressionSite,
  context: CompileContext,
): PublishedShape {
  context.at = path;
  const each =
    shape.each === undefined ? undefined : compileEach(shape.each, `${path}.each`, outside, context);
  const site: ExpressionSite = each ? { ...outside, index: true, ...('step' in each ? each : {}) } : outside;
  const exprs = Object.entries(shape.attributes ?? {}).flatMap(([key, value]): [string, Expr][] =>
    value === undefined
      ? []
      : [[key, context.expr(value, `${path}.attributes.${key}`, site, expectedType(key))]],
  );
  return defined({
    shape: shape.shape,
    when: context.condition(shape.when, `${path}.when`, site),
    each,
    attributes: exprs.length === 0 ? undefined : Object.fromEntries(exprs),
    text:
      shape.text === undefined ? undefined : context.expr(shape.text, `${path}.text`, site, { is: 'any' }),
    shapes: shape.shapes && compileShapes(shape.shapes, `${path}.shapes`, site, context),
  });
}

function expectedType(attribute: string): ExpectedType {
  if (lists.has(attribute)) return { is: 'any' };
  return texts.has(attribute) ? text : number;
}

function compileEach(
  each: string | number,
  path: string,
  site: ExpressionSite,
  context: CompileContext,
): NonNullable<PublishedShape['each']> {
  const step = typeof each === 'string' ? context.names.get(each) : undefined;
  if (step?.kind === 'step' && step.step !== undefined) return { step: step.id };
  return { count: context.expr(each, path, site, number) };
}
