import { productJsonSchema } from '../../contract/product/product-json-schema.ts';
import { checkCommand } from './check-command.ts';
import { publishCommand } from './publish-command.ts';
import type { Streams } from './streams.ts';
import { usage } from './usage.ts';

/**
 * Runs every command of `quotelet` but `start`.
 *
 * @param args what stands behind `quotelet`.
 * @returns the exit code: 0, 1 (a file has errors), 2 (used wrongly).
 */
export function runCommand(args: readonly string[], streams: Streams): number {
  const [command, ...rest] = args;
  const options = rest.filter((one) => one.startsWith('--'));
  const files = rest.filter((one) => !one.startsWith('--'));
  const refused = options.find((one) => command !== 'check' || one !== '--json');
  if (refused === undefined && command === 'check' && files.length > 0)
    return checkCommand(files, { asJson: options.length > 0 }, streams);
  if (refused === undefined && command === 'publish' && files.length === 1)
    return publishCommand(files[0]!, streams);
  if (refused === undefined && command === 'schema' && files.length === 0) {
    streams.out(`${JSON.stringify(productJsonSchema(), null, 2)}\n`);
    return 0;
  }
  const asked = command === 'help' || command === '--help' || command === '-h';
  (asked ? streams.out : streams.error)(usage);
  return asked ? 0 : 2;
}
