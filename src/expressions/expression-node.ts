/** An expression as it was written. `at` and `end` are offsets in the source, from 0; `end` is behind the last character. */
export type ExpressionNode = LiteralNode | NameNode | MemberNode | CallNode | ListNode | OperationNode;

interface Placed {
  readonly at: number;
  readonly end: number;
}

interface LiteralNode extends Placed {
  readonly kind: 'literal';
  readonly value: number | string | boolean;
}

export interface NameNode extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

/** `panels.glass.u_value` is `path: ['panels', 'glass', 'u_value']`. */
export interface MemberNode extends Placed {
  readonly kind: 'member';
  readonly path: readonly string[];
}

export interface CallNode extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly ExpressionNode[];
}

interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly ExpressionNode[];
}

/** `operator` is that of the expression: `?:`, `||`, … ; `-` and `!` with one operand are prefixes. */
interface OperationNode extends Placed {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly ExpressionNode[];
}
