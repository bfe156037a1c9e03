import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Expr } from '../contract/published/expr.ts';
import type { CompileContext } from '../product-compiler/compile-context.ts';
import { namesRead } from '../product-compiler/names/names-read.ts';
import { quoteOf } from './quote-of.ts';
import { TypeChecker } from './types/type-checker.ts';
import { unitsDiffer, type Unit, unitToMeasure } from './types/unit.ts';

const bases: Readonly<Record<string, string>> = { m: 'mm', m2: 'mm', m3: 'mm', kg: 'g' };

/**
 * Warns of measures whose formula turns mm into m, or g into kg: the measure does so again, and bills a thousandth.
 * A power of ten passes where it may be something else: a density, or the width of a roll of one metre.
 */
export function checkMeasures(product: PublishedProduct, context: CompileContext): void {
  const checker = new TypeChecker(product);
  for (const written of context.written) {
    const { expected, site, path } = written;
    const base = expected.is === 'measure' ? bases[expected.unit] : undefined;
    if (expected.is !== 'measure' || base === undefined) continue;
    const target = unitToMeasure(expected.unit);
    const inPercent = readsPercent(written.expr, context);
    const unitOf = (expr: Expr): Unit => {
      const type = checker.typeOf(expr, site);
      return type.is === 'number' ? type.unit : undefined;
    };
    const found = subexpressions(written.expr).find((expr) => {
      const [operand, tens] = powerOfTen(expr);
      const isFactor = Math.abs(tens) >= (inPercent ? 3 : 2);
      return isFactor && isConverted(unitOf(operand), target, base, tens < 0);
    });
    if (!found) continue;
    context.warn(
      path,
      `${quoteOf(written, context)(found)} converts, and the measure does so again`,
      `leave the factor out: ${base === 'g' ? 'weights are g' : 'lengths are mm'} already; the measure turns them into ${expected.unit}`,
    );
  }
}

/** An expression and all those within it, the outermost first. */
const subexpressions = (expr: Expr): Expr[] =>
  Array.isArray(expr) ? [expr as Expr, ...(expr.slice(1) as Expr[]).flatMap(subexpressions)] : [];

/** The operand that is multiplied by a power of ten, and its exponent: −3 for `width / 1000`, 0 where there is none. */
function powerOfTen(expr: Expr): readonly [operand: Expr, tens: number] {
  const [operation, left = null, right = null] = expr as readonly [string, ...Expr[]];
  if (operation !== '*' && operation !== '/') return [null, 0];
  const [operand, factor] = operation === '*' && typeof left === 'number' ? [right, left] : [left, right];
  // 0.001 has no exact logarithm.
  const tens = typeof factor === 'number' ? Math.round(Math.log10(factor) * 1e9) / 1e9 : 0;
  return [operand, Number.isInteger(tens) ? (operation === '/' ? -tens : tens) : 0];
}

/** Whether a unit is the one that the measure expects; made smaller, a part of it will do: mm of mm². */
function isConverted(unit: Unit, target: Unit, base: string, smaller: boolean): boolean {
  if (unit === undefined || !unitsDiffer(unit, target)) return unit !== undefined;
  const power = unit[base] ?? 0;
  return smaller && Object.keys(unit).length === 1 && power > 0 && power < (target?.[base] ?? 0);
}

/** Formulas divide per cents by 100. */
const readsPercent = (expr: Expr, context: CompileContext): boolean =>
  [...namesRead(expr)].some((name) => context.names.get(name)?.unit === 'percent');
