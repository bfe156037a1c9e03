#!/usr/bin/env node
// The command `quotelet`; see docs/products.md and docs/operations.md. In a checkout it runs `src`, in the npm package what
// is compiled from it. Written so that any Node reads it and can say that it is too old.
import childProcess from 'child_process';
import fs from 'fs';
import url from 'url';

const root = url.fileURLToPath(new URL('..', import.meta.url));
const { engines, version } = JSON.parse(fs.readFileSync(`${root}package.json`, 'utf8'));
const isCheckout = fs.existsSync(`${root}src`);
const wanted = engines.node.replace('>=', '');
const numbers = (text) => text.split('.').map(Number);
const isOlder = ([major, minor], [wantedMajor, wantedMinor]) =>
  major < wantedMajor || (major === wantedMajor && minor < wantedMinor);

if (isOlder(numbers(process.versions.node), numbers(wanted))) passOn();
else run(process.argv.slice(2));

function run(args) {
  // Whoever reads only the beginning, `head` for one, has it all right.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (args[0] === '--version') return process.stdout.write(`${version}\n`);
  if (args[0] === 'start') {
    const loading = isCheckout
      ? import('../src/server/command/start-command.ts')
      : import('../dist/node/server/command/start-command.js');
    return loading.then(({ startCommand }) => startCommand(args.slice(1), root));
  }
  const loading = isCheckout
    ? import('../src/server/command/run-command.ts')
    : import('../dist/node/server/command/run-command.js');
  return loading.then(({ runCommand }) => {
    // Synchronous, or a long text to a pipe would be cut off at the exit.
    process.exitCode = runCommand(args, {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
    });
  });
}

/** To the Node that a checkout brings along, because many machines still have an older one on their PATH. */
function passOn() {
  const own = ['node', 'node.exe']
    .map((name) => `${root}node_modules/node/bin/${name}`)
    .find((path) => fs.existsSync(path));
  if (own === undefined || process.env.QUOTELET_NODE === own) {
    const remedy = isCheckout ? 'run `npm ci` in its folder, or install a newer one' : 'install a newer one';
    process.stderr.write(
      `quotelet needs Node ${wanted} or newer, and this is ${process.versions.node}: ${remedy}.\n`,
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
