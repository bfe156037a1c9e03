import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';

/** A number as a power of a length: 1 for `width`, 0 for plain numbers, NaN for what is neither; and what one of it is in mm. */
interface Dimension {
  readonly power: number;
  readonly mm: number;
}

const plain: Dimension = { power: 0, mm: 1 };
const neither: Dimension = { power: NaN, mm: 1 };

const units: Readonly<Record<string, Dimension>> = {
  mm: { power: 1, mm: 1 },
  m: { power: 1, mm: 1000 },
  percent: { power: 0, mm: 0.01 },
  m2: neither,
  m3: neither,
  g: neither,
  kg: neither,
};

/** Names met before and what they are, for those who ask about many terms. */
export type Dimensions = Map<string, Dimension>;

/**
 * What one of a term's unit is in mm, where it is a length, as far as can be told: 1 for `width`, `max(panels.width)` or
 * `width / 2`, 25.4 for `width / 25.4`, 1000 for a measure in m. Undefined for what is none: `width * height`.
 */
export function lengthUnit(
  expr: Expr,
  context: CompileContext,
  known: Dimensions = new Map(),
): number | undefined {
  const { power, mm } = dimension(expr, context, known);
  return power === 1 ? Math.max(1, mm) : undefined;
}

function dimension(expr: Expr, context: CompileContext, known: Dimensions): Dimension {
  if (!Array.isArray(expr)) return plain;
  const [operation, ...operands] = expr as readonly [string, ...Expr[]];
  const of = (index: number) => dimension(operands[index]!, context, known);
  switch (operation) {
    case '$':
    case '@':
    case '[]':
      return named(operands.at(-1) as string, context, known);
    case '*':
    case '/': {
      const sign = operation === '*' ? 1 : -1;
      const [a, b] = [of(0), of(1)];
      const scale = conversion(operands[0]!, context) * conversion(operands[1]!, context) ** sign;
      return { power: a.power + sign * b.power, mm: (a.mm * b.mm ** sign) / scale };
    }
    case '?:':
      return together([of(1), of(2)]);
    case '+':
    case '-':
    case '%':
    case 'min':
    case 'max':
    case 'sum':
    case 'avg':
    case 'abs':
    case 'ceil':
    case 'floor':
    case 'round':
      return together(operands.map((_, index) => of(index)));
    default:
      return plain;
  }
}

function named(id: string, context: CompileContext, known: Dimensions): Dimension {
  const found = known.get(id);
  if (found) return found;
  // Names in a circle are refused elsewhere, and neither meanwhile.
  known.set(id, neither);
  const { unit = 'none', kind, feature } = context.names.get(id) ?? {};
  // What is worked out and says no unit has that of its formula.
  const workedOut = unit === 'none' && (kind === 'variable' || feature?.type === 'computed');
  const made = workedOut ? dimension(context.values.get(id) ?? null, context, known) : (units[unit] ?? plain);
  known.set(id, made);
  return made;
}

/** What is put together is a length if one of it is. A written number stands in the unit of the others: `100 + percent`. */
function together(all: readonly Dimension[]): Dimension {
  const power = Math.max(...all.map((one) => one.power));
  const mm = all.filter((one) => one.power === power).map((one) => one.mm);
  return { power, mm: power === 1 ? Math.max(...mm) : Math.min(...mm) };
}

/**
 * A written factor that makes a number of another unit: 1 / 25.4 of mm one of inches. The half or the double of a length is
 * one in mm still.
 */
function conversion(expr: Expr, context: CompileContext): number {
  const factor = Math.abs(written(expr, context) ?? 1);
  return factor >= 10 || (factor > 0 && factor <= 0.1) ? factor : 1;
}

/** A number that stands there, or a variable that is no more than one. */
function written(expr: Expr, context: CompileContext): number | undefined {
  const [operation, name] = Array.isArray(expr) ? (expr as readonly Expr[]) : [];
  const value = operation === '$' || operation === '@' ? context.values.get(name as string) : expr;
  return typeof value === 'number' ? value : undefined;
}
