/** The arrows of DESIGN: web → contract → core ← server. Each rule has its violation in test/boundaries. */
const features =
  'account|assign-round|assignment|calendar|catalogue|demo|figures|files|matter|notice|rating|recommend|reply|report|see|session-opinion|setup|similar|submission|succession|supervision';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'The core is a calculator: it imports only itself.',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^core/' },
    },
    {
      name: 'core-aggregates-apart',
      severity: 'error',
      comment: 'Aggregates share only what stands at the top of core; core/case alone puts them together.',
      from: {
        path: '^core/(matter|assignment|reply|rating|contact|opinion|account|catalogue|submission|supervision|session-opinion|assign-round|succession)/',
        pathNot: '\\.test\\.ts$',
      },
      to: {
        path: '^core/(matter|assignment|reply|rating|contact|opinion|account|catalogue|submission|supervision|session-opinion|assign-round|succession|case)/',
        pathNot: [
          '^core/$1/',
          '^core/contact/contact\\.ts$',
          '^core/assignment/(assignment|past|plan)\\.ts$',
        ],
      },
    },
    {
      name: 'contract-is-thin',
      severity: 'error',
      comment: 'The contract knows the core and zod.',
      from: { path: '^contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^contract/', '^core/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'web-by-contract',
      severity: 'error',
      comment: 'The web knows the contract, never the core or the server.',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(core|server|db|rulesets|demo|tools|test)/' },
    },
    {
      name: 'member-is-light',
      severity: 'error',
      comment: 'The proposers’ pages stay small: no Ant Design, nothing of the office.',
      from: { path: '^web/member/' },
      to: { path: '^(web/office/|web/shared/ui/)|(^|/)node_modules/(antd|@ant-design|echarts)/' },
    },
    {
      name: 'office-and-member-apart',
      severity: 'error',
      from: { path: '^web/office/' },
      to: { path: '^web/member/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'Features meet in app.ts, server/case and server/platform only.',
      from: {
        path: `^server/(${features})/`,
        // A submission becomes a matter, as a row of a catalogue does.
        pathNot: ['\\.test\\.ts$', '^server/demo/', '^server/catalogue/', '^server/submission/'],
      },
      to: { path: `^server/(${features})/`, pathNot: '^server/$1/' },
    },
    {
      name: 'routes-are-thin',
      severity: 'error',
      comment: 'Routes do not speak SQL.',
      from: { path: '\\.routes\\.ts$' },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'sql-in-few-places',
      severity: 'error',
      comment: 'SQL lives in stores, views and the platform’s database files.',
      from: {
        path: '^(server|tools)/',
        pathNot: [
          '\\.(store|views)\\.ts$',
          '^server/platform/(db/|commit\\.ts)',
          '^server/see/reach\\.ts$',
          '^server/setup/found-jurisdiction\\.ts$',
          '^tools/',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'http-in-one-place',
      severity: 'error',
      comment: 'Only app.ts and the platform’s HTTP files know Fastify.',
      from: {
        path: '^server/',
        pathNot: ['^server/app\\.ts$', '^server/platform/(http|pages)\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: '(^|/)node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'one-root',
      severity: 'error',
      comment: 'Adapters are built in app.ts and the command line, nowhere else.',
      from: { path: `^server/(${features}|case)/`, pathNot: ['\\.test\\.ts$', '^server/account/'] },
      to: {
        path: '^server/platform/(documents/documents|secrets|static|home|db/embedded)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^server/(${features}|case|cli)/` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Type-only cycles are cycles too; pages and their parts excepted nowhere.',
      from: { pathNot: '^node_modules/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-leak',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '^(test|bench|tools)/'] },
      to: { path: ['\\.test\\.tsx?$', '^test/'] },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/.cache|test/boundaries/violations)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    moduleSystems: ['es6'],
  },
};
