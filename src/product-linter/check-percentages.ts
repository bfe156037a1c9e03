import type { CompileContext } from '../product-compiler/compile-context.ts';

/** Warns of percentages that look like fractions: a tax of 0.21 is a fifth of a per cent. */
export function checkPercentages(context: CompileContext): void {
  const check = (value: number | string | undefined, path: string) => {
    // An expression may be just a number: "-0.10".
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !(Math.abs(number) > 0 && Math.abs(number) < 1)) return;
    const meant = Number((number * 100).toPrecision(12));
    context.warn(
      path,
      `this is ${number} per cent, less than one`,
      `it is in per cent: write ${meant} for ${meant} %`,
    );
  };
  const { tax, prices = [] } = context.input;
  check(tax?.rate, 'tax.rate');
  prices.forEach((price, index) => {
    if (price.kind === 'percentage') check(price.percent, `prices[${index}].percent`);
  });
}
