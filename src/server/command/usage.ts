/** The commands of `quotelet`, printed for `--help` and when it is used wrongly. */
export const usage = `Usage:
  quotelet start [--demo]         run the companion with QUOTELET_CONFIG, else with ./quotelet.config.json;
                                  with --demo, a shop to try it out
  quotelet check [--json] FILE…   check product files, or all *.json of a folder; exit code 1 where one has errors
  quotelet publish FILE           print the published form of a product, for a static host
  quotelet schema                 print the JSON Schema of product files
  quotelet --version              print its version
`;
