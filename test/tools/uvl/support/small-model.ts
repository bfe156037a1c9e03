import fc from 'fast-check';

const kinds = ['mandatory', 'optional', 'alternative', 'or', '[0..1]', '[1..2]', '[2..2]'] as const;

interface Tree {
  readonly integer: boolean;
  readonly weight: number | undefined;
  readonly groups: readonly { readonly kind: (typeof kinds)[number]; readonly children: readonly Tree[] }[];
}

const tree = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    integer: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    weight: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 1 }),
    groups:
      depth === 0
        ? fc.constant([])
        : fc.array(
            fc
              .record({
                kind: fc.constantFrom(...kinds),
                children: fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 }),
              })
              .filter(({ kind, children }) => children.length >= (kind.startsWith('[2') ? 2 : 1)),
            { maxLength: 2 },
          ),
  });

/** A formula over `size` features, of which `integers` are numbers. */
function formula(
  size: number,
  integers: readonly number[],
  weights: readonly number[],
): fc.Arbitrary<string> {
  const name = fc.integer({ min: 0, max: size - 1 }).map((n) => `F${n}`);
  const compare = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const bound = fc.integer({ min: 0, max: 6 });
  const numbers = [
    ...(weights.length ? ['sum(weight)', 'avg(weight)', `F${weights[0]!}.weight * 2`] : []),
    ...integers.map((n) => `F${n}`),
  ];
  const boolean = name.filter((one) => !integers.includes(Number(one.slice(1))));
  const comparison = fc
    .tuple(fc.constantFrom(...numbers, '3'), compare, bound)
    .map((parts) => parts.join(' '));
  const atom = numbers.length ? fc.oneof({ weight: 3, arbitrary: boolean }, comparison) : boolean;
  return fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3 },
      atom,
      tie('formula').map((one) => `!(${one})`),
      fc
        .tuple(tie('formula'), fc.constantFrom('&', '|', '=>', '<=>'), tie('formula'))
        .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    ),
  })).formula;
}

/** Random feature models of up to nine features named F0, F1, …, as UVL text, indented by tabs or spaces. */
export const smallModel: fc.Arbitrary<string> = fc
  .tuple(tree(2), fc.constantFrom('\t', '  ', '    '))
  .chain(([root, indent]) => {
    const lines: string[] = [];
    const integers: number[] = [];
    const weights: number[] = [];
    let size = 0;
    const write = ({ integer, weight, groups }: Tree, depth: number): void => {
      const number = size;
      size += 1;
      if (integer && number > 0) integers.push(number);
      if (weight !== undefined) weights.push(number);
      const type = integers.includes(number) ? 'Integer ' : '';
      lines.push(
        `${indent.repeat(depth)}${type}F${number}${weight === undefined ? '' : ` {weight ${weight}}`}`,
      );
      for (const { kind, children } of groups) {
        lines.push(`${indent.repeat(depth + 1)}${kind}`);
        for (const child of children) write(child, depth + 2);
      }
    };
    write(root, 1);
    if (size > 9 || integers.length > 2) return fc.constant(undefined);
    return fc
      .array(formula(size, integers, weights), { maxLength: 3 })
      .map((all) => ['features', ...lines, 'constraints', ...all.map((one) => indent + one)].join('\n'));
  })
  .filter((text) => text !== undefined);
