import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

// Writes the declarations of the npm package: those of its three entries and of the files that these refer to. Left to itself,
// the compiler would declare the whole widget, which nobody outside sees.
const root = import.meta.dirname;
const target = join(root, 'dist/package/types');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  rootDir: join(root, 'src'),
  outDir: target,
});

const waiting = ['loader/index.ts', 'loader/auto.ts', 'host/index.ts'].map((name) => join(root, 'src', name));
const program = ts.createProgram([...waiting, join(root, 'src/widget/css.d.ts')], options);
const declared = new Set();
const problems = [];
rmSync(target, { recursive: true, force: true });
for (let file = waiting.pop(); file; file = waiting.pop()) {
  if (declared.has(file)) continue;
  declared.add(file);
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    for (const [, named] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g))
      waiting.push(join(dirname(file), named));
  };
  problems.push(...program.emit(program.getSourceFile(file), write, undefined, true).diagnostics);
}
for (const { messageText } of problems) console.error(ts.flattenDiagnosticMessageText(messageText, '\n'));
process.exitCode = problems.length ? 1 : 0;
