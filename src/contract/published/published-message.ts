import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

export interface PublishedMessage {
  readonly level: 'info' | 'warn' | 'error';
  readonly when: Expr;
  readonly text: Text;
  readonly feature?: string;
  readonly step?: string;
}
