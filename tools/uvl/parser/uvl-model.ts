/** A value in the braces behind a feature. */
export type UvlValue = string | number | boolean | readonly UvlValue[] | { readonly [key: string]: UvlValue };

/** A feature of the tree. Its groups say how its children are chosen once it is selected itself. */
export interface UvlFeature {
  readonly name: string;
  readonly type: 'Boolean' | 'Integer' | 'Real' | 'String';
  readonly attributes: ReadonlyMap<string, UvlValue>;
  /** How many instances there may be (feature cardinality). */
  readonly cardinality?: { readonly min: number; readonly max: number };
  readonly groups: UvlGroup[];
  readonly line: number;
}

/** Children that are chosen together: at least `min`, at most `max` of them. */
export interface UvlGroup {
  readonly kind: 'mandatory' | 'optional' | 'alternative' | 'or' | 'cardinality';
  readonly min: number;
  readonly max: number;
  readonly features: UvlFeature[];
  readonly line: number;
}

export type UvlOperator =
  '!' | '&' | '|' | '=>' | '<=>' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/';

/** A formula of a constraint. `name` is a path: `["Motor"]`, `["Motor", "weight"]`. A minus sign alone is `0 - x`. */
export type UvlTerm =
  | { readonly is: 'literal'; readonly value: number | string | boolean }
  | { readonly is: 'name'; readonly path: readonly string[] }
  | { readonly is: 'operation'; readonly operator: UvlOperator; readonly operands: readonly UvlTerm[] }
  | {
      readonly is: 'call';
      readonly function: 'sum' | 'avg' | 'len' | 'floor' | 'ceil';
      readonly operands: readonly UvlTerm[];
    };

export interface UvlConstraint {
  readonly term: UvlTerm;
  readonly line: number;
}

/** Something that was not taken over, or not as it was written. */
export interface UvlNote {
  readonly line: number;
  readonly message: string;
}

export interface UvlModel {
  readonly namespace: string | undefined;
  readonly root: UvlFeature;
  readonly constraints: readonly UvlConstraint[];
  readonly notes: readonly UvlNote[];
}
