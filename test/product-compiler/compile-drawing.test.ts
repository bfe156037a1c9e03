import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { problemsOf, publishedOf } from './support/problems-of.ts';

type Drawing = NonNullable<ProductInput['drawing']>;

const drawing = (shapes: Drawing['shapes'], more: Partial<Drawing> = {}): { drawing: Drawing } => ({
  drawing: { width: 'width + 100', height: 400, title: 'A table', shapes, ...more },
});

describe('a drawing', () => {
  it('has expressions for attributes, and keeps its shapes', () => {
    const gradients = [
      {
        id: 'wood',
        stops: [
          { at: 0, colour: "'#fff'" },
          { at: 1, colour: 'material.colour' },
        ],
      },
    ];
    const published = publishedOf(
      drawing(
        [
          { shape: 'rect', when: 'lights', attributes: { width: 'width', fill: "gradient('wood')", rx: 4 } },
          { shape: 'dimension', attributes: { x1: 0, x2: 'width' }, text: 'string(width) + " mm"' },
          {
            shape: 'group',
            each: 'panels',
            shapes: [{ shape: 'line', attributes: { x1: 'index * 10 + panel_width' } }],
          },
          { shape: 'circle', each: 'ceil(width / 100)', attributes: { cx: 'index * 100' } },
          { shape: 'circle', each: 3, attributes: { cx: 'index' } },
        ],
        { gradients, x: -10 },
      ),
    ).drawing!;
    expect(published).toMatchObject({
      width: ['+', ['$', 'width'], 100],
      height: 400,
      x: -10,
      title: 'A table',
      gradients: [
        {
          id: 'wood',
          x1: 0,
          y2: 1,
          stops: [
            { at: 0, colour: '#fff' },
            { at: 1, colour: ['.', ['$', 'material'], 'colour'] },
          ],
        },
      ],
    });
    expect(published.shapes).toEqual([
      {
        shape: 'rect',
        when: ['$', 'lights'],
        attributes: { width: ['$', 'width'], fill: ['gradient', 'wood'], rx: 4 },
      },
      {
        shape: 'dimension',
        attributes: { x1: 0, x2: ['$', 'width'] },
        text: ['+', ['string', ['$', 'width']], ' mm'],
      },
      {
        shape: 'group',
        each: { step: 'panels' },
        shapes: [{ shape: 'line', attributes: { x1: ['+', ['*', ['index'], 10], ['@', 'panel_width']] } }],
      },
      {
        shape: 'circle',
        each: { count: ['ceil', ['/', ['$', 'width'], 100]] },
        attributes: { cx: ['*', ['index'], 100] },
      },
      { shape: 'circle', each: { count: 3 }, attributes: { cx: ['index'] } },
    ]);
  });

  it.each<[Drawing['shapes'], string]>([
    [
      [{ shape: 'rect', attributes: { fill: '#fff' } }],
      'drawing.shapes[0].attributes.fill: column 1: the character "#"',
    ],
    [
      [{ shape: 'rect', attributes: { fill: 'gradient("wod")' } }],
      'there is no gradient "wod" (did you mean "wood"?)',
    ],
    [[{ shape: 'rect', attributes: { x: 'index' } }], 'index is known in repetitions only'],
    [[{ shape: 'rect', attributes: { x: 'panel_width' } }], 'has a value in every repetition'],
    [
      [{ shape: 'group', shapes: [{ shape: 'rect', when: 'lighst' }] }],
      'drawing.shapes[0].shapes[0].when: column 1: there is no "lighst"',
    ],
    [
      [{ shape: 'rect', each: 'pannels' }],
      'drawing.shapes[0].each: column 1: there is no "pannels" (did you mean "panels"?)',
    ],
  ])('is refused with %j', (shapes, message) => {
    const gradients = [
      {
        id: 'wood',
        stops: [
          { at: 0, colour: "'#fff'" },
          { at: 1, colour: "'#000'" },
        ],
      },
    ];
    expect(problemsOf(drawing(shapes, { gradients }))[0]).toContain(message);
  });
});
