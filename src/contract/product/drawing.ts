import { z } from 'zod';
import * as defaults from './defaults.ts';
import { Amount, Condition, Expression, Id } from './expression.ts';
import { Text } from './text.ts';

const Str = Expression.describe('An expression that yields text; a fixed text stands in quotes: "\'#fff\'".');

/** Attributes of a shape. Each is a number or an expression; colours and texts are expressions that yield text. */
export const ShapeAttributes = z.strictObject({
  x: Amount.optional(),
  y: Amount.optional(),
  width: Amount.optional(),
  height: Amount.optional(),
  rx: Amount.optional(),
  ry: Amount.optional(),
  cx: Amount.optional(),
  cy: Amount.optional(),
  r: Amount.optional(),
  x1: Amount.optional(),
  y1: Amount.optional(),
  x2: Amount.optional(),
  y2: Amount.optional(),
  points: Expression.optional().describe(
    'An expression that yields a list of numbers ("[0, 0, width, 0, width, height]") or a text of them.',
  ),
  d: Expression.optional().describe(
    "Path data: a list of letters and numbers (\"['M', 0, 0, 'L', width, 0]\") or a text of them.",
  ),
  fill: Str.optional().describe(
    "A colour as text (\"'#b5895a'\", \"material.colour\"), 'none', or gradient('id').",
  ),
  stroke: Str.optional(),
  stroke_width: Amount.optional(),
  stroke_dasharray: Str.optional(),
  stroke_linecap: Str.optional(),
  stroke_linejoin: Str.optional(),
  opacity: Amount.optional(),
  fill_opacity: Amount.optional(),
  font_size: Amount.optional(),
  font_weight: Amount.optional(),
  text_anchor: Str.optional(),
  dominant_baseline: Str.optional(),
  href: Str.optional().describe('For an image: a path or https URL.'),
  preserve_aspect_ratio: Str.optional(),
  translate_x: Amount.optional(),
  translate_y: Amount.optional(),
  rotate: Amount.optional().describe('Degrees, after translating.'),
  scale: Amount.optional(),
});

export interface ShapeShape {
  shape:
    | 'rect'
    | 'circle'
    | 'ellipse'
    | 'line'
    | 'polyline'
    | 'polygon'
    | 'path'
    | 'text'
    | 'image'
    | 'group'
    | 'dimension';
  when?: boolean | string | undefined;
  each?: string | number | undefined;
  attributes?: z.infer<typeof ShapeAttributes> | undefined;
  text?: string | undefined;
  shapes?: ShapeShape[] | undefined;
}

/** One shape of a drawing; drawn in order, later ones on top. */
export const Shape: z.ZodType<ShapeShape> = z.strictObject({
  shape: z
    .enum([
      'rect',
      'circle',
      'ellipse',
      'line',
      'polyline',
      'polygon',
      'path',
      'text',
      'image',
      'group',
      'dimension',
    ])
    .describe('dimension: a dimension line from (x1, y1) to (x2, y2) with `text` in the middle.'),
  when: Condition.optional(),
  each: z
    .union([z.number().int(), z.string()])
    .optional()
    .describe(
      'Draw it once for every repetition of a step (its id), or so many times (a number or expression); `index` counts from 0.',
    ),
  attributes: ShapeAttributes.optional(),
  text: Expression.optional(),
  shapes: z
    .array(z.lazy(() => Shape))
    .max(200)
    .optional()
    .describe('The shapes of a group.'),
});
export type Shape = ShapeShape;

export const Gradient = z.strictObject({
  id: Id,
  x1: z.number().default(defaults.gradientX1),
  y1: z.number().default(defaults.gradientY1),
  x2: z.number().default(defaults.gradientX2),
  y2: z.number().default(defaults.gradientY2),
  stops: z
    .array(z.strictObject({ at: z.number().min(0).max(1), colour: Str, opacity: Amount.optional() }))
    .min(2)
    .max(10),
});

/** A picture of the configuration, drawn by one pure function in the browser and on the server. Units are up to you (mm are natural). */
export const Drawing = z.strictObject({
  width: Amount.describe('Width of the picture in its own units (SVG viewBox).'),
  height: Amount,
  x: Amount.optional().describe('Left edge of the picture; default 0.'),
  y: Amount.optional(),
  title: Text.describe('What the picture shows, for people who cannot see it.'),
  gradients: z.array(Gradient).max(20).default([]),
  shapes: z.array(Shape).min(1).max(300),
});
export type Drawing = z.infer<typeof Drawing>;
