import tseslint from 'typescript-eslint';
import globals from 'globals';
import { rooms } from './.dependency-cruiser.mjs';

/** Rooms that run in a shopper's browser: all that the document in the frame and a page with one are made of. */
const browserRooms = Object.keys(rooms).filter(
  (room) =>
    room !== 'contract' && ['embed', 'host', ...rooms.embed, ...rooms.host, ...rooms.widget].includes(room),
);

/** Rooms that know the globals of neither browser nor companion, because they run in both or in none. */
const pureRooms = ['contract', 'expressions', 'product-linter', ...rooms.widget].filter(
  (room) => !['element-api', 'bridge'].includes(room),
);

/** What not all of the browsers have that we build for: Chrome 123, Safari 17.5, Firefox 120. */
const tooNew = [
  ['URL', 'parse'],
  ['Promise', 'withResolvers'],
  ['Promise', 'try'],
  ['Array', 'fromAsync'],
  ['AbortSignal', 'any'],
  ['RegExp', 'escape'],
  ['Error', 'isError'],
].map(([object, property]) => ({ object, property, message: 'Not in all browsers that we build for.' }));

/** A signal in JSX as it stands, child or attribute, would need the part of `@preact/signals` that our build leaves out (vite.config.ts). */
const noSignalInJsx = {
  create({ sourceCode, report }) {
    const { getTypeAtLocation, program } = sourceCode.parserServices;
    const types = program.getTypeChecker();
    const refuse = (node, type) => {
      if (/\b(Readonly)?Signal</.test(types.typeToString(type)))
        report({ node, message: 'Read the value of the signal here.' });
    };
    return {
      JSXExpressionContainer: (node) => refuse(node, getTypeAtLocation(node.expression)),
      JSXSpreadAttribute(node) {
        for (const property of getTypeAtLocation(node.argument).getProperties())
          refuse(node, types.getTypeOfSymbol(property));
      },
    };
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: { ...globals.node, ...globals.browser },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: browserRooms.map((room) => `src/${room}/**/*.{ts,tsx}`),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^preact/hooks', message: 'Our build leaves the hooks out (vite.config.ts).' },
            {
              regex: '^@preact/signals',
              importNamePattern: '^(use|computed|Computed|createModel)',
              message: 'Our build leaves it out (vite.config.ts).',
            },
            {
              regex: '^zod',
              allowTypeImports: true,
              message: "Zod's code never reaches a shopper's browser.",
            },
          ],
        },
      ],
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'process',
        'globalThis',
        'location',
        'navigator',
      ],
    },
  },
  {
    files: ['src/widget/**/*.tsx'],
    plugins: { quotelet: { rules: { 'no-signal-in-jsx': noSignalInJsx } } },
    rules: { 'quotelet/no-signal-in-jsx': 'error' },
  },
  {
    files: browserRooms.map((room) => `src/${room}/**/*.{ts,tsx}`),
    rules: { 'no-restricted-properties': ['error', ...tooNew] },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
);
