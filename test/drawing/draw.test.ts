import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedDrawing, PublishedShape } from '../../src/contract/published/published-drawing.ts';
import type { PublishedProduct } from '../../src/contract/published/published-product.ts';
import type { Expr } from '../../src/contract/published/expr.ts';
import { draw } from '../../src/drawing/draw.ts';
import { createEvaluator } from '../../src/expressions/create-evaluator.ts';
import type { Engine } from '../../src/engine/create-engine.ts';
import type { Resolved } from '../../src/engine/resolved.ts';
import { names, type Names, type Scope } from '../../src/expressions/scope.ts';
import type { SvgNode } from '../../src/drawing/svg-node.ts';
import { svgText } from '../../src/drawing/svg-text.ts';

/** What the engine would hand over: names, and the repetitions among them with a scope each. */
function resolved(values: Record<string, unknown> = {}): Pick<Resolved, 'scope' | 'repetitions'> {
  const scope: Scope = { global: Object.assign(names(), values) };
  const steps = Object.entries(values).filter(([, value]) => Array.isArray(value)) as [string, Names[]][];
  return {
    scope,
    repetitions: new Map(
      steps.map(([id, list]) => [id, list.map((repetition, index) => ({ ...scope, repetition, index }))]),
    ),
  };
}
const engine = (product: PublishedProduct): Pick<Engine, 'product' | 'run'> => ({
  product,
  run: (term, scope) => createEvaluator(term, product)(scope),
});

function picture(shapes: readonly PublishedShape[], values = {}, drawing: Partial<PublishedDrawing> = {}) {
  const product = {
    languages: ['en'],
    tables: [],
    tiers: [],
    combinations: [],
    drawing: {
      width: 100,
      height: 50,
      title: { en: 'A door', nl: 'Een deur' },
      gradients: [],
      shapes,
      ...drawing,
    },
  } as unknown as PublishedProduct;
  return draw(engine(product), resolved(values), 'nl');
}
/** What was drawn, without the title. */
const drawn = (...args: Parameters<typeof picture>) => picture(...args)!.children.slice(1) as SvgNode[];
const count = (node: SvgNode | string): number =>
  typeof node === 'string' ? 0 : node.children.reduce((sum, child) => sum + count(child), 1);

describe('draw', () => {
  it('makes a picture with its size and a title in the language wanted', () => {
    expect(picture([], {}, { x: -5, y: ['$', 'top'] })).toEqual({
      tag: 'svg',
      attributes: { viewBox: '-5 0 100 50', width: 100, height: 50, role: 'img' },
      children: [{ tag: 'title', attributes: {}, children: ['Een deur'] }],
    });
  });

  it('draws nothing without a drawing, or while its width or height is unset', () => {
    expect(picture([], {}, { width: ['$', 'width'] })).toBeUndefined();
    expect(picture([], {}, { height: 0 })).toBeUndefined();
    const product = { languages: ['en'] } as unknown as PublishedProduct;
    expect(draw(engine(product), resolved(), 'en')).toBeUndefined();
  });

  it('works attributes out, rounds numbers to thousandths and leaves out what is unset', () => {
    const attributes: Record<string, Expr> = {
      x: ['/', 1, 3],
      width: ['$', 'width'],
      stroke_width: 2,
      fill: ['$', 'colour'],
      height: ['$', 'nothing'],
      r: ['/', 1, 0],
    };
    expect(drawn([{ shape: 'rect', attributes }], { width: 12.34567, colour: '#a1B2c3' })).toEqual([
      {
        tag: 'rect',
        attributes: { x: 0.333, width: 12.346, 'stroke-width': 2, fill: '#a1B2c3' },
        children: [],
      },
    ]);
  });

  it('joins lists to paths and points', () => {
    const d: Expr = ['list', 'M', 0, ['/', 2, 3], 'L', ['$', 'x'], 5, 'Z'];
    expect(drawn([{ shape: 'path', attributes: { d } }], { x: 7 })[0]!.attributes).toEqual({
      d: 'M 0 0.667 L 7 5 Z',
    });
  });

  it('moves, turns and scales', () => {
    const attributes = { translate_x: 5, rotate: ['$', 'turn'] as Expr, scale: 2 };
    expect(drawn([{ shape: 'group', attributes, shapes: [] }], { turn: 30 })[0]!.attributes).toEqual({
      transform: 'translate(5 0)rotate(30)scale(2)',
    });
  });

  it('leaves a shape out unless its condition holds', () => {
    const shape = (when: Expr): PublishedShape => ({ shape: 'rect', when });
    expect(drawn([shape(true), shape(false), shape(['$', 'nothing']), shape('yes')])).toHaveLength(1);
  });

  it('draws a shape once a repetition of a step, with its names and index at hand', () => {
    const shapes: PublishedShape[] = [
      {
        shape: 'text',
        each: { step: 'panels' },
        attributes: { x: ['*', ['index'], 10] },
        text: ['@', 'glass'],
      },
    ];
    const panels = [{ glass: 'clear' }, { glass: 'matt' }].map((one) => Object.assign(names(), one));
    expect(drawn(shapes, { panels })).toEqual([
      { tag: 'text', attributes: { x: 0 }, children: ['clear'] },
      { tag: 'text', attributes: { x: 10 }, children: ['matt'] },
    ]);
    expect(drawn(shapes)).toEqual([]);
  });

  it('keeps the repetition at hand in copies inside of it', () => {
    const inner: PublishedShape = {
      shape: 'line',
      each: { count: 2 },
      attributes: { x1: ['@', 'w'], y1: ['index'] },
    };
    const shapes: PublishedShape[] = [{ shape: 'group', each: { step: 'panels' }, shapes: [inner] }];
    const [, second] = drawn(shapes, { panels: [{ w: 1 }, { w: 2 }] });
    expect(second!.children).toMatchObject([
      { attributes: { x1: 2, y1: 0 } },
      { attributes: { x1: 2, y1: 1 } },
    ]);
  });

  it('draws a shape so many times, 500 at most, and 5,000 shapes in all', () => {
    const copies = (count: Expr) => drawn([{ shape: 'rect', each: { count } }]).length;
    expect([copies(3), copies(2.7), copies(-1), copies(['$', 'nothing']), copies(1e12)]).toEqual([
      3, 2, 0, 0, 500,
    ]);
    const many: PublishedShape = {
      shape: 'group',
      each: { count: 500 },
      shapes: [{ shape: 'group', each: { count: 500 }, shapes: [{ shape: 'rect', each: { count: 500 } }] }],
    };
    expect(count(picture([many])!)).toBeLessThan(5010);
  });

  it('paints with its own gradients, whose colours follow the selection', () => {
    const gradients = [
      {
        id: 'wood',
        x1: 0,
        y1: 0,
        x2: 0,
        y2: 1,
        stops: [
          { at: 0, colour: ['$', 'wood'] as Expr },
          { at: 1, colour: '#000', opacity: 0.5 },
        ],
      },
    ];
    const shapes: PublishedShape[] = [
      { shape: 'rect', attributes: { fill: ['gradient', 'wood'], stroke: ['gradient', 'other'] } },
    ];
    const [gradient, rect] = drawn(shapes, { wood: '#b5895a' }, { gradients });
    expect(rect!.attributes).toEqual({ fill: 'url(#wood)' });
    expect(gradient!.children).toEqual([
      {
        tag: 'stop',
        attributes: { offset: 0, 'stop-color': '#b5895a', 'stop-opacity': 1 },
        children: [],
      },
      { tag: 'stop', attributes: { offset: 1, 'stop-color': '#000', 'stop-opacity': 0.5 }, children: [] },
    ]);
  });

  it.each(['script', 'foreignObject', 'style', 'a', 'use', 'animate', 'SCRIPT', 'rect onload=x'])(
    'never draws %s',
    (shape) => expect(drawn([{ shape }])).toEqual([]),
  );

  it.each([
    ['onclick', 'alert'],
    ['style', 'fill'],
    ['class', 'x'],
    ['id', 'x'],
    ['constructor', 'x'],
    ['fill', 'url(https://evil.example/x)'],
    ['fill', 'url(#elsewhere)'],
    ['fill', '"><script>'],
    ['d', 'M0 0"'],
    ['d', 'rgb(url(#a))'],
    ['href', 'javascript:alert(1)'],
    ['href', ' javascript:alert(1)'],
    ['href', 'data:image/svg+xml,x'],
    ['href', 'http://example.com/a.png'],
    ['href', '//example.com/a.png'],
    ['href', '/\\example.com/a.png'],
    ['href', 'https://user@example.com/a.png'],
    ['href', 'https://example.com:8443/a.png'],
    ['href', 'https:///x'],
  ])('leaves out %s="%s"', (name, value) => {
    expect(drawn([{ shape: 'image', attributes: { [name]: value } }])[0]!.attributes).toEqual({});
  });

  it.each(['/images/oak.png', 'oak.png', '../a/b.png?v=1', 'https://cdn.example.com/a.png', '#part'])(
    'may show the picture %s',
    (href) => {
      const ok = href !== '#part';
      expect(drawn([{ shape: 'image', attributes: { href } }])[0]!.attributes).toEqual(ok ? { href } : {});
    },
  );
});

describe('dimension', () => {
  const dimension = (x1: number, y1: number, x2: Expr, y2: number) =>
    drawn([{ shape: 'dimension', attributes: { x1, y1, x2, y2, font_size: 20 }, text: '1200 mm' }]);

  it('reads from below whichever end comes first', () => {
    const wanted = { transform: 'matrix(2 0 0 2 0 9)' };
    expect(dimension(0, 9, 100, 9)[0]!.attributes).toEqual(wanted);
    expect(dimension(100, 9, 0, 9)[0]!.attributes).toEqual(wanted);
  });

  it('reads from the right when upright, and along the line when it slants', () => {
    const wanted = { transform: 'matrix(0 -2 2 0 5 80)' };
    expect(dimension(5, 80, 5, 0)[0]!.attributes).toEqual(wanted);
    expect(dimension(5, 0, 5, 80)[0]!.attributes).toEqual(wanted);
    expect(dimension(0, 0, 30, -40)[0]!.attributes.transform).toBe('matrix(1.2 -1.6 1.6 1.2 0 0)');
  });

  it('has lines with arrows and its text in the middle', () => {
    const [path, text] = dimension(0, 0, 100, 0)[0]!.children as SvgNode[];
    expect(path!.attributes.d).toBe('M0-4.5v9M50-4.5v9M0 0H50M0 0l6-1.7v3.4zM50 0l-6-1.7v3.4z');
    expect(text).toMatchObject({ attributes: { x: 25 }, children: ['1200 mm'] });
  });

  it('is left out while an end is unset, and where it has no length', () => {
    expect(dimension(0, 0, ['$', 'width'], 0)).toEqual([]);
    expect(dimension(4, 4, 4, 4)).toEqual([]);
  });
});

/** Text as the shopper or the product may hold it, markup likelier than chance. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<script>',
        '"',
        "'",
        '>',
        '&',
        ']]>',
        '<!--',
        'url(#a)',
        'javascript:',
        '\0',
        '\ud800',
        'https://a.b/',
        '#fff',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('svgText', () => {
  it('escapes and names its namespace', () => {
    expect(svgText(picture([{ shape: 'text', text: '<b>&"\'\u0007\ud83d\ude00' }])!)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" viewBox="0 0 100 50" width="100" height="50" role="img">' +
        '<title>Een deur</title><text>&lt;b&gt;&amp;&quot;&#39;\ud83d\ude00</text></svg>',
    );
  });

  it('never lets markup out of a text or an attribute', () => {
    const tags = fc.constantFrom('rect', 'text', 'image', 'path', 'script', 'dimension', 'style');
    const attributes = fc.dictionary(
      fc.oneof(fc.constantFrom('fill', 'd', 'href', 'points', 'x', 'onload', 'style', 'text_anchor'), nasty),
      fc.oneof(nasty, fc.double()),
    );
    const shape = fc.record({ shape: fc.oneof(tags, nasty), attributes, text: nasty });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 5 }), nasty, nasty, (shapes, title, language) => {
        const text = svgText(picture(shapes, {}, { title: { [language]: title } })!);
        // What is left once well-formed tags of ours and texts without markup are taken away is nothing.
        const tag = /<\/?(?:svg|title|rect|text|image|path|g)(?: [a-zA-Z0-9-]+="[^"<>]*")*>/g;
        expect(text.replace(tag, '').replace(/[^<>"]|&[a-z]+;/g, '')).toBe('');
        const attributeNames = [...text.replace(/"[^"]*"/g, '""').matchAll(/([^\s<>]+)=""/g)].map(
          ([, name]) => name,
        );
        expect(attributeNames.filter((name) => /^on|style|^id$/i.test(name!))).toEqual([]);
        expect(
          [...text.matchAll(/href="([^"]*)"/g)].every(([, href]) => /^(https:\/\/|[^:]*$)/.test(href!)),
        ).toBe(true);
        expect(/[\0-\x08\x0b\x0c\x0e-\x1f]|\ufffe|\uffff/.test(text) || /\p{Cs}/u.test(text)).toBe(false);
      }),
    );
  });
});
