import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadRun } from './load-run.ts';
import { usage } from './usage.ts';

const configName = 'quotelet.config.json';

/**
 * `quotelet start [--demo]`: runs the companion with `QUOTELET_CONFIG`, else with the configuration in the current folder, or with
 * the demo that comes along. The process ends with 2 if the arguments are wrong, and with 1 if there is no configuration.
 *
 * @param args those after `start`
 * @param root folder of the package
 */
export async function startCommand(args: readonly string[], root: string): Promise<void> {
  const demo = args[0] === '--demo';
  if (args.length > (demo ? 1 : 0)) return end(2, usage);
  const variables = { ...process.env };
  if (demo) {
    variables['QUOTELET_CONFIG'] = join(root, 'demo', configName);
    variables['QUOTELET_ENV'] ||= 'development';
  } else if (!variables['QUOTELET_CONFIG']) {
    if (!existsSync(configName))
      return end(
        1,
        `There is no ${resolve(configName)}: write one (docs/operations.md, “Configuration”), name another file with QUOTELET_CONFIG, or try the demo with \`quotelet start --demo\`.\n`,
      );
    variables['QUOTELET_CONFIG'] = configName;
  }
  const run = await loadRun();
  await run(root, variables);
}

function end(code: number, text: string): void {
  process.stderr.write(text);
  process.exitCode = code;
}
