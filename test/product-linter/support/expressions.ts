import fc from 'fast-check';

// A type, as an interface has no index signature.
type Sources = {
  number: string;
  boolean: string;
  text: string;
  any: string;
};

const { letrec, constantFrom, oneof, tuple } = fc;

/** Expressions about the product of `productOf`, well-typed, of a kind. */
export const expressions = letrec<Sources>((tie) => {
  const number = tie('number');
  const boolean = tie('boolean');
  const text = tie('text');
  const between = (left: fc.Arbitrary<string>, signs: readonly string[], right: fc.Arbitrary<string>) =>
    tuple(left, constantFrom(...signs), right).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
  const conditional = (one: fc.Arbitrary<string>) =>
    tuple(boolean, one, one).map(([condition, a, b]) => `(${condition} ? ${a} : ${b})`);
  const name = constantFrom('width', 'length', 'quantity', 'count(panels)', 'material.density');
  const literal = constantFrom('0', '1', '2.5', '500', '900', '2000', '-3', '0.1');
  const list = constantFrom('panels.panel_width', 'panels.glass.u_value', '[width, 3]', '[]');
  return {
    number: oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      literal,
      between(number, ['+', '-', '*', '/', '%'], number),
      tuple(constantFrom('abs', 'ceil', 'floor', 'round', '-'), number).map(([f, x]) => `${f}(${x})`),
      tuple(constantFrom('min', 'max', 'sum', 'avg'), number, number).map(([f, a, b]) => `${f}(${a}, ${b})`),
      tuple(constantFrom('min', 'max', 'sum', 'avg', 'count', 'size'), list).map(([f, x]) => `${f}(${x})`),
      conditional(number),
    ),
    boolean: oneof(
      { maxDepth: 4, withCrossShrink: true },
      constantFrom(
        'lights',
        'true',
        'has(width)',
        'has(material)',
        '"oil" in finishes',
        '"clear" in panels.glass',
      ),
      between(number, ['==', '!=', '<', '<=', '>', '>='], number),
      between(constantFrom('width', 'length'), ['==', '!=', '<', '<=', '>', '>='], literal),
      between(constantFrom('material', '"oak"'), ['==', '!='], text),
      constantFrom('material in ["oak"]', 'material in ["oak", "ash"]', 'lights == true', 'lights != false'),
      between(boolean, ['&&', '||'], boolean),
      boolean.map((one) => `!${one}`),
      conditional(boolean),
    ),
    text: oneof(
      { maxDepth: 2, withCrossShrink: true },
      constantFrom('material', '"oak"', '"ash"', '"pine"', 'material.colour'),
      number.map((one) => `string(${one})`),
      conditional(text),
    ),
    any: oneof(number, boolean, text),
  };
});
