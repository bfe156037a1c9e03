import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { ExpressionNode } from '../../expressions/expression-node.ts';
import type { DeclaredName } from './declared-name.ts';

/** A look-up table with its number in the file. */
export interface DeclaredTable {
  readonly number: number;
  readonly table: LookupTable;
}

/** The part of a `CompileContext` that the translation of an expression reads and adds to. */
export interface TranslationContext {
  readonly names: ReadonlyMap<string, DeclaredName>;
  readonly tables: ReadonlyMap<string, DeclaredTable>;
  /** From translated operations to what they were made of; literals have no identity. */
  readonly nodes: WeakMap<object, ExpressionNode>;
  /** The value of a table at these operands. */
  lookUp(table: number, operands: readonly Expr[]): Expr;
}
