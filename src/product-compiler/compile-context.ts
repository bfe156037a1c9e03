import type { ProductInput } from '../contract/product/product.ts';
import type { CombinationCell } from '../contract/published/published-tables.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Expr } from '../contract/published/expr.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import type { ExpressionNode } from '../expressions/expression-node.ts';
import { parseExpression } from '../expressions/parse-expression.ts';
import type { ExpressionSite } from './expression-site.ts';
import type { DeclaredName } from './names/declared-name.ts';
import { namesRead } from './names/names-read.ts';
import { toExpr } from './names/to-expr.ts';
import type { DeclaredTable, TranslationContext } from './names/translation-context.ts';
import type { Problem } from './problem.ts';
import { TooManyErrors } from './too-many-errors.ts';
import type { ConditionUse, ExpectedType, WrittenExpression } from './written-expression.ts';

/** More than anyone corrects at once. To suggest what each misspelt name may mean takes longer the more names there are. */
const MOST_ERRORS = 100;

/** A product being compiled: what is known of it so far, and what is wrong with it. */
export class CompileContext implements TranslationContext {
  readonly input: ProductInput;
  readonly problems: Problem[] = [];
  readonly names = new Map<string, DeclaredName>();
  readonly tables = new Map<string, DeclaredTable>();
  readonly combinations: (readonly (readonly CombinationCell[])[])[] = [];
  readonly tiers: PublishedProduct['tiers'][number][] = [];
  /** Every look-up in an expression, its table by its number in the file. `compileLookUps` finishes them in place. */
  readonly lookUps: ['lookup', number, ...Expr[]][] = [];
  /** Measure, variable or computed feature → its formula. */
  readonly values = new Map<string, Expr>();
  /** Owner → the names that it reads → the path of an expression that does. */
  readonly reads = new Map<string, Map<string, string>>();
  readonly written: WrittenExpression[] = [];
  readonly nodes = new WeakMap<object, ExpressionNode>();
  /** Compiled constraint or option → its path in the file. */
  readonly origins = new WeakMap<object, string>();
  /** The path that is being compiled, for the message if its shape is not as expected. */
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

  /** Compiles a fixed value or an expression (any text is one); `null`, unset, where that is wrong. */
  expr(
    source: string | number | boolean,
    path: string,
    site: ExpressionSite,
    expected: ExpectedType,
    use?: ConditionUse,
  ): Expr {
    this.at = path;
    if (typeof source !== 'string') return source;
    try {
      const expr = toExpr(parseExpression(source), site, this);
      this.written.push({ source, path, expr, site, expected, use });
      if (site.owner !== undefined) this.note(site.owner, namesRead(expr), path);
      return expr;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.error(path, `column ${error.column}: ${error.message}`, error.hint);
      return null;
    }
  }

  /** Compiles a condition; undefined where it always holds. */
  condition(
    source: string | boolean | undefined,
    path: string,
    site: ExpressionSite,
    use?: ConditionUse,
  ): Expr | undefined {
    if (source === undefined || source === true) return undefined;
    return this.expr(source, path, site, { is: 'boolean' }, use);
  }

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
