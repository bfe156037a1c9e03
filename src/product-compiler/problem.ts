/** Something wrong with a product file. An error keeps it from being compiled; a warning leaves the choice to the merchant. */
export interface Problem {
  /** Where in the file: `steps[0].features[2].options[1].enabled.when`. */
  readonly path: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly level: 'error' | 'warning';
}
