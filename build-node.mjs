import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// Compiles what the npm package runs on Node into `dist/node`, because Node strips no types under node_modules: the command,
// the companion and the demo's server, file by file and where they lie here. Files that they read at run time go along.
const root = import.meta.dirname;
const target = join(root, 'dist/node');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
  noEmit: false,
  noCheck: true, // `npm run check:types` does that
  rewriteRelativeImportExtensions: true,
  rootDir: root,
  outDir: target,
});

rmSync(target, { recursive: true, force: true });
const entries = ['start-command.ts', 'run-command.ts'].map((name) => join(root, 'src/server/command', name));
const { diagnostics } = ts.createProgram(entries, options).emit();
for (const file of globSync('{src,demo}/server/**/*.*', { cwd: root }).filter(
  (name) => !name.endsWith('.ts'),
))
  cpSync(join(root, file), join(target, file));
for (const { messageText } of diagnostics) console.error(ts.flattenDiagnosticMessageText(messageText, '\n'));
process.exitCode = diagnostics.length ? 1 : 0;
