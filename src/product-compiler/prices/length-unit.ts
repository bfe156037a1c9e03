import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';

/** A number as a power of a length: 1 for `width`, 0 for plain numbers, NaN for anything else; and one of its unit in mm. */
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

/** The dimensions of names found so far, to share between calls. */
export type Dimensions = Map<string, Dimension>;

/**
 * One of an expression's unit in mm, where it is a length, as far as can be told: 1 for `width`, `max(panels.width)` or
 * `width / 2`, 25.4 for `width / 25.4`, 1000 for a measure in m. Undefined where it is no length: `width * height`.
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
      return combined([of(1), of(2)]);
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
      return combined(operands.map((_, index) => of(index)));
    default:
      return plain;
  }
}

function named(id: string, context: CompileContext, known: Dimensions): Dimension {
  const found = known.get(id);
  if (found) return found;
  // Circular names are refused elsewhere; meanwhile they count as neither.
  known.set(id, neither);
  const { unit = 'none', kind, feature } = context.names.get(id) ?? {};
  // Without a unit of its own it has that of its formula.
  const derived = unit === 'none' && (kind === 'variable' || feature?.type === 'computed');
  const result = derived ? dimension(context.values.get(id) ?? null, context, known) : (units[unit] ?? plain);
  known.set(id, result);
  return result;
}

/** Of numbers added or compared: a length if one of them is. A literal is in the unit of the others: `100 + percent`. */
function combined(all: readonly Dimension[]): Dimension {
  const power = Math.max(...all.map((one) => one.power));
  const mm = all.filter((one) => one.power === power).map((one) => one.mm);
  return { power, mm: power === 1 ? Math.max(...mm) : Math.min(...mm) };
}

/**
 * A literal factor that converts into another unit: 1 / 25.4 makes inches of mm. Half or twice a length is still in mm.
 */
function conversion(expr: Expr, context: CompileContext): number {
  const factor = Math.abs(literal(expr, context) ?? 1);
  return factor >= 10 || (factor > 0 && factor <= 0.1) ? factor : 1;
}

/** A literal number, or a variable that is just that. */
function literal(expr: Expr, context: CompileContext): number | undefined {
  const [operation, name] = Array.isArray(expr) ? (expr as readonly Expr[]) : [];
  const value = operation === '$' || operation === '@' ? context.values.get(name as string) : expr;
  return typeof value === 'number' ? value : undefined;
}
