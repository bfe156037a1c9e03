/** Something wrong with a product file. Errors keep it from being published; warnings are for the merchant to judge. */
export interface Problem {
  /** Where in the file: `steps[0].features[2].options[1].enabled.when`. */
  readonly path: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly level: 'error' | 'warning';
}
