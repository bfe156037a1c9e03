import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

export interface PublishedDrawing {
  readonly width: Expr;
  readonly height: Expr;
  readonly x?: Expr;
  readonly y?: Expr;
  readonly title: Text;
  readonly gradients: readonly {
    readonly id: string;
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly stops: readonly { readonly at: number; readonly colour: Expr; readonly opacity?: Expr }[];
  }[];
  readonly shapes: readonly PublishedShape[];
  /** Ids of all that decides what it looks like: features, steps, measures and variables. */
  readonly reads: readonly string[];
}

export interface PublishedShape {
  /** An SVG element's name; `dimension` is drawn as a group of lines and a text. */
  readonly shape: string;
  readonly when?: Expr;
  /** A repeatable step's id, or how many times. */
  readonly each?: { readonly step: string } | { readonly count: Expr };
  readonly attributes?: Readonly<Record<string, Expr>>;
  readonly text?: Expr;
  readonly shapes?: readonly PublishedShape[];
}
