import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { analyzeTsConfig } from 'ts-unused-exports';

// `ts-unused-exports` misses some ways of using a module that `import()` loads. A file that imports a module on demand and
// mentions one of its exports counts as using it.
const root = join(import.meta.dirname, '..');

/** Files with readers outside: the contract, the package's entries, and those that tools and the build pick up by path. */
const readOutside = /^(src\/contract\/|src\/(loader|host)\/index\.ts|[\w.]+\.config\.ts|.*-setup\.ts)/;

const sources = globSync(
  ['src/**/*.{ts,tsx}', 'demo/**/*.ts', 'test/**/*.{ts,tsx}', 'bench/**/*.ts', '*.mjs', 'bin/*.mjs'],
  {
    cwd: root,
  },
).map((file) => readFileSync(join(root, file), 'utf8'));

const usedOnDemand = (file, name) =>
  sources.some(
    (text) =>
      new RegExp(`import\\(\\s*'[^']*/${basename(file).replace('.', '\\.')}'`).test(text) &&
      new RegExp(`\\b${name}\\b`).test(text),
  );

const { unusedExports } = analyzeTsConfig(join(root, 'tsconfig.json'), ['--allowUnusedTypes']);
const problems = Object.entries(unusedExports)
  .map(([path, names]) => [relative(root, path), names.map(({ exportName }) => exportName)])
  .filter(([file]) => !readOutside.test(file))
  .map(([file, names]) => [file, names.filter((name) => !usedOnDemand(file, name))])
  .filter(([, names]) => names.length);

for (const [file, names] of problems) console.log(`${file}: nobody uses ${names.join(', ')}`);
process.exitCode = problems.length ? 1 : 0;
