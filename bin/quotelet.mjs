#!/usr/bin/env node
// The command `quotelet`; see docs/products.md and docs/operations.md. It runs `src` in a checkout, and in the npm package the
// code compiled from it. Any Node can parse this file, so that one that is too old is told so.
import childProcess from 'child_process';
import fs from 'fs';
import url from 'url';

const root = url.fileURLToPath(new URL('..', import.meta.url));
const { engines, version } = JSON.parse(fs.readFileSync(`${root}package.json`, 'utf8'));
const isCheckout = fs.existsSync(`${root}src`);
const required = engines.node.replace('>=', '');
const numbers = (text) => text.split('.').map(Number);
const isOlder = ([major, minor], [requiredMajor, requiredMinor]) =>
  major < requiredMajor || (major === requiredMajor && minor < requiredMinor);

if (isOlder(numbers(process.versions.node), numbers(required))) rerun();
else run(process.argv.slice(2));

function run(args) {
  // A reader such as `head` closes the pipe after the first lines; that is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (args[0] === '--version') return process.stdout.write(`${version}\n`);
  if (args[0] === 'start') {
    const loading = isCheckout
      ? import('../src/server/command/start-command.ts')
      : import('../dist/node/src/server/command/start-command.js');
    return loading.then(({ startCommand }) => startCommand(args.slice(1), root));
  }
  const loading = isCheckout
    ? import('../src/server/command/run-command.ts')
    : import('../dist/node/src/server/command/run-command.js');
  return loading.then(({ runCommand }) => {
    // Synchronous, or a long text to a pipe would be cut off at the exit.
    process.exitCode = runCommand(args, {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
    });
  });
}

/** Runs again with the Node that a checkout brings along: many machines still have an older one on their PATH. */
function rerun() {
  const own = ['node', 'node.exe']
    .map((name) => `${root}node_modules/node/bin/${name}`)
    .find((path) => fs.existsSync(path));
  if (own === undefined || process.env.QUOTELET_NODE === own) {
    const remedy = isCheckout ? 'run `npm ci` in its folder, or install a newer one' : 'install a newer one';
    process.stderr.write(
      `quotelet needs Node ${required} or newer, and this is ${process.versions.node}: ${remedy}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const child = childProcess.spawn(own, process.argv.slice(1), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { QUOTELET_NODE: own }),
  });
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code === null ? 1 : code));
}
