import type { LookupTable } from '../contract/product/price-rule.ts';
import type { ProductInput } from '../contract/product/product.ts';
import type { CombinationCell } from '../contract/published/published-tables.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Expr } from '../contract/published/expr.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import type { ExpressionNode } from '../expressions/expression-node.ts';
import { parseExpression } from '../expressions/parse-expression.ts';
import type { DeclaredName, ExpressionSite, ConditionUse, ExpectedType } from './expression-site.ts';
import type { Problem } from './problem.ts';
import { namesRead } from './names/names-read.ts';
import { toExpr } from './names/to-expr.ts';

/** An expression of the product, for those who check it further. */
export interface WrittenExpression {
  readonly source: string;
  readonly path: string;
  readonly expr: Expr;
  readonly site: ExpressionSite;
  readonly wanted: ExpectedType;
  readonly use: ConditionUse;
}

/** Nobody mends more at once, and to look for what each wrong name may mean takes longer the more names there are. */
const MOST_ERRORS = 100;

/** Thrown where enough is wrong. */
export class TooManyErrors extends Error {}

/** A product on its way to being published: what is known so far, and what is wrong. */
export class CompileContext {
  readonly input: ProductInput;
  readonly problems: Problem[] = [];
  readonly names = new Map<string, DeclaredName>();
  readonly tables = new Map<string, { readonly number: number; readonly table: LookupTable }>();
  readonly combinations: (readonly (readonly CombinationCell[])[])[] = [];
  readonly tiers: PublishedProduct['tiers'][number][] = [];
  /** Every look-up in a term, its table by its number in the file. `publishLookUps` finishes them in place. */
  readonly lookUps: ['lookup', number, ...Expr[]][] = [];
  /** What each measure, variable and computed feature is, for those who ask what it reads or measures. */
  readonly values = new Map<string, Expr>();
  /** Owner → what it reads → where it says so. */
  readonly reads = new Map<string, Map<string, string>>();
  readonly written: WrittenExpression[] = [];
  /** From operations in terms to where they were written; literals have no identity. */
  readonly nodes = new WeakMap<object, ExpressionNode>();
  /** Where constraints and options were written. */
  readonly origins = new WeakMap<object, string>();
  /** The place in the file that is being worked on, for the message if its shape is not as expected. */
  at = '';

  #errors = 0;

  constructor(input: ProductInput) {
    this.input = input;
  }

  /** @throws {TooManyErrors} after the hundredth: that ends the work. */
  error(path: string, message: string, hint: string): void {
    this.problems.push({ path, message, hint, level: 'error' });
    this.#errors += 1;
    if (this.#errors >= MOST_ERRORS) throw new TooManyErrors();
  }

  warn(path: string, message: string, hint: string): void {
    this.problems.push({ path, message, hint, level: 'warning' });
  }

  /** The term of a value or expression as a merchant writes it: a text is an expression. Unset (`null`) where that is wrong. */
  expr(
    source: string | number | boolean,
    path: string,
    site: ExpressionSite,
    wanted: ExpectedType,
    use?: Exclude<ConditionUse, undefined>,
  ): Expr {
    this.at = path;
    if (typeof source !== 'string') return source;
    try {
      const expr = toExpr(parseExpression(source), site, this);
      this.written.push({ source, path, expr, site, wanted, use });
      if (site.owner !== undefined) this.note(site.owner, namesRead(expr), path);
      return expr;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.error(path, `column ${error.column}: ${error.message}`, error.hint);
      return null;
    }
  }

  /** A condition; none (undefined) where it is always true. */
  condition(
    source: string | boolean | undefined,
    path: string,
    site: ExpressionSite,
    use?: Exclude<ConditionUse, undefined>,
  ): Expr | undefined {
    if (source === undefined || source === true) return undefined;
    return this.expr(source, path, site, { is: 'boolean' }, use);
  }

  /** The value of a table at these operands. */
  lookUp(table: number, operands: readonly Expr[]): Expr {
    const expr: ['lookup', number, ...Expr[]] = ['lookup', table, ...operands];
    this.lookUps.push(expr);
    return expr;
  }

  /** Notes that `owner` comes after all that it reads. */
  note(owner: string, read: Iterable<string>, path: string): void {
    const known = this.reads.get(owner) ?? new Map<string, string>();
    this.reads.set(owner, known);
    for (const name of read) if (!known.has(name)) known.set(name, path);
  }
}

/** All of these conditions; none where there is none. */
export function every(conditions: readonly (Expr | undefined)[]): Expr | undefined {
  const all = conditions.filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.reduce((left, right) => ['&&', left, right]);
}
