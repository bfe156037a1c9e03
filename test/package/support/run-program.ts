import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs a program to its end.
 *
 * @param node whose folder stands first on the PATH: the Node of `npm`, `npx` and of what they run
 */
export function runProgram(node: string, command: readonly string[], cwd: string): Promise<Ended> {
  return ended(startProgram(node, command, cwd));
}

/** The same, of a program that runs on: as the leader of a group of its own, to be ended with all that it started. */
export function startProgram(
  node: string,
  [program, ...args]: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): ChildProcess {
  // Without what the npm that runs these tests says about itself and about this checkout.
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(?!config_)|npm_config_(local|global)_prefix$|npm_config_prefix$|INIT_CWD$|NODE$|NODE_OPTIONS$|VITEST|QUOTELET_)/.test(
        name,
      ),
  );
  return spawn(program!, args, {
    cwd,
    env: {
      ...Object.fromEntries(own),
      PATH: `${dirname(node)}${delimiter}${process.env['PATH']}`,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let [out, error] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (error += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, out, error };
}
