import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// What the npm package runs on Node, into `dist/node`: the command and the companion, file by file as in `src`, because Node
// strips no types under node_modules. Files that the companion reads at run time go along.
const root = import.meta.dirname;
const source = join(root, 'src');
const target = join(root, 'dist/node');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
  noEmit: false,
  noCheck: true, // `npm run check:types` does that
  rewriteRelativeImportExtensions: true,
  rootDir: source,
  outDir: target,
});

rmSync(target, { recursive: true, force: true });
const entries = ['start-command.ts', 'run-command.ts'].map((name) => join(source, 'server/command', name));
const { diagnostics } = ts.createProgram(entries, options).emit();
for (const file of globSync('server/**/*.*', { cwd: source }).filter((name) => !name.endsWith('.ts')))
  cpSync(join(source, file), join(target, file));
for (const { messageText } of diagnostics) console.error(ts.flattenDiagnosticMessageText(messageText, '\n'));
process.exitCode = diagnostics.length ? 1 : 0;
