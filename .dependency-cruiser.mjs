/** Rooms of the house, and what each may import beside itself. Arrows point down only (CONTRIBUTING, "Rooms"). */
export const rooms = {
  contract: [],
  expressions: ['contract'],
  text: ['contract', 'expressions'],
  engine: ['contract', 'expressions'],
  drawing: ['contract', 'expressions', 'text', 'engine'],
  configuration: ['contract', 'expressions', 'text', 'engine'],
  'product-compiler': ['contract', 'expressions', 'text'],
  'product-linter': ['contract', 'expressions', 'product-compiler'],
  'element-api': ['contract'],
  bridge: ['contract', 'element-api'],
  dialects: ['contract'],
  widget: [
    'contract',
    'expressions',
    'text',
    'engine',
    'drawing',
    'configuration',
    'product-compiler',
    'element-api',
    'bridge',
    'dialects',
  ],
  loader: ['contract', 'element-api', 'dialects', 'bridge', 'widget'],
  embed: ['contract', 'element-api', 'dialects', 'bridge', 'widget', 'loader'],
  host: ['contract', 'element-api', 'bridge', 'loader'],
  server: [
    'contract',
    'expressions',
    'text',
    'engine',
    'drawing',
    'configuration',
    'product-compiler',
    'product-linter',
    'dialects',
  ],
};

/** The demo is composed here, and only where the configuration asks for it. */
const loadsTheDemo = '^src/server/command/load-demo';

const walls = Object.entries(rooms).map(([room, below]) => ({
  name: `below-${room}`,
  comment: `${room} may import ${below.join(', ') || 'nothing of ours'}: arrows point down only.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: loadsTheDemo },
  to: { path: '^(src|demo|tools|test|bench)/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}));

export default {
  forbidden: [
    ...walls,
    {
      name: 'no-circle',
      comment: 'Files that need each other are one idea in two files, or two ideas without a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-the-start-knows-the-demo',
      severity: 'error',
      from: { path: '^src/', pathNot: loadsTheDemo },
      to: { path: '^demo/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(src|demo|tools)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'css\\?inline$' },
  },
};
