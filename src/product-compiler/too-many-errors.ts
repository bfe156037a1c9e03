/** Ends a compilation that has found enough errors. */
export class TooManyErrors extends Error {}
