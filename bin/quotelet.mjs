#!/usr/bin/env node
// Checks and publishes product files; see docs/products.md. Node 20, which many machines still have on their PATH, cannot
// run TypeScript: the Node that this package brings along takes over then.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const wanted = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isRecent = major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);

if (isRecent) {
  const { runCommand } = await import('../src/server/check-command.ts');
  // Synchronous, or a long text to a pipe would be cut off at the exit.
  process.exitCode = runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
} else {
  const own = ['node', 'node.exe']
    .map((name) => fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url)))
    .find((path) => existsSync(path));
  if (own === undefined || process.env.QUOTELET_NODE === own) {
    process.stderr.write(
      `quotelet needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}. Run \`npm ci\` in its folder, or install a newer Node.\n`,
    );
    process.exitCode = 2;
  } else {
    const { status } = spawnSync(own, process.argv.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, QUOTELET_NODE: own },
    });
    process.exitCode = status ?? 2;
  }
}
