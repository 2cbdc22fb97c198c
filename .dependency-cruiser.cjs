// The import rules of docs/architecture.md, each with its reason. `pnpm check:imports` runs them.
const feature = '^server/src/features/([^/]+)/';
const store = '[/-]store\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other, be it for a type, are one file in two places: move what both need below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-imports-zod-only',
      comment: 'Both sides run shared, a phone among them: it stays small and knows no platform.',
      severity: 'error',
      from: { path: '^shared/src' },
      to: { pathNot: ['^shared/src', 'node_modules/zod/'] },
    },
    {
      name: 'server-not-miniapp',
      comment: 'They meet in shared.',
      severity: 'error',
      from: { path: '^server/src' },
      to: { path: '^miniapp/' },
    },
    {
      name: 'miniapp-not-server',
      comment: 'They meet in shared.',
      severity: 'error',
      from: { path: '^miniapp/src' },
      to: { path: '^server/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule is a function of its arguments: no database, clock, HTTP or package behind it.',
      severity: 'error',
      from: { path: '^server/src/(actor|content|features)/.*rules\\.ts$' },
      to: {
        pathNot: ['^shared/src/', '^server/src/(actor|content|features)/.*rules\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-meet-in-public',
      comment:
        "Another feature's insides are its own: use its public.ts, public-store.ts, tables.ts or rules.ts.",
      severity: 'error',
      from: { path: feature },
      to: {
        path: feature,
        pathNot: [
          '^server/src/features/$1/',
          '^server/src/features/[a-z/-]+/(public|public-store|tables|rules)\\.ts$',
        ],
      },
    },
    {
      name: 'declarations-are-for-the-composition',
      comment: 'feature.ts and routes.ts only declare and mount; what others need belongs in public.ts.',
      severity: 'error',
      from: {
        path: '^server/src',
        pathNot: '^server/src/composition/|^server/src/features/[^/]+/feature\\.ts$',
      },
      to: { path: '^server/src/features/.*(feature|routes)\\.ts$' },
    },
    {
      name: 'composition-is-the-root',
      comment: 'It knows every feature, so a part that imports it knows every feature too.',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/(composition/|cli/|app\\.ts$|main\\.ts$)' },
      to: { path: '^server/src/composition/' },
    },
    {
      name: 'floors-know-no-feature',
      comment:
        'Features are built on the database, HTTP, content and tasks, which take what they need as arguments.',
      severity: 'error',
      from: { path: '^server/src/(actor|background|content|db|demo|files|http|ports)/' },
      to: { path: '^server/src/(features|cli)/' },
    },
    {
      name: 'files-are-read-in-a-thread',
      comment: 'A hostile file may take the thread that reads it, not the service: use files/read-file.ts.',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/files/' },
      to: {
        path: '^server/src/files/(content|read-csv|read-jsonl|xlsx|xlsx-parts|xlsx-sheet|xml|zip)\\.ts$',
      },
    },
    {
      name: 'stores-only-query',
      comment: 'A store holds queries: what to do with the rows is decided in actions, by rules.',
      severity: 'error',
      from: { path: `^server/src/(content|features)/.*${store}` },
      to: { path: '^server/src/(http/|cli/|ports/|features/.*[/-](actions|view|routes)\\.ts$)' },
    },
    {
      name: 'queries-only-in-stores',
      comment:
        'A query is in a store, where it is looked for. Tables and what is declared about personal data and retention may name columns.',
      severity: 'error',
      from: {
        path: feature,
        pathNot: [store, '/(tables|personal-data|retention)\\.ts$'],
      },
      to: { path: 'node_modules/drizzle-orm/' },
    },
    {
      name: 'features-are-entered-by-public',
      comment:
        'Code outside the features uses public.ts and public-store.ts; the composition also what they declare.',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/(features|composition)/' },
      to: { path: feature, pathNot: '/(public|public-store|tables|rules)\\.ts$' },
    },
    {
      name: 'no-feature-to-feature-on-the-phone',
      comment:
        'WeChat forbids imports between subpackages; what two features share belongs in common, ui or platform.',
      severity: 'error',
      from: { path: '^miniapp/src/features/([^/]+)/' },
      to: { path: '^miniapp/src/features/([^/]+)/', pathNot: '^miniapp/src/features/$1/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'The kit is drawn from tokens and told what to show.',
      severity: 'error',
      from: { path: '^miniapp/src/(ui|platform)/' },
      to: { path: '^miniapp/src/(common|features|pages)/' },
    },
    {
      name: 'ui-knows-no-contract',
      comment: 'A component that reads a contract or its vocabulary belongs to a domain: put it in common.',
      severity: 'error',
      from: { path: '^miniapp/src/ui/' },
      to: { path: '^shared/src/', pathNot: '^shared/src/time/' },
    },
    {
      name: 'platform-knows-no-contract',
      comment:
        'The transport carries every contract and reads none; the cookie is part of how it carries them.',
      severity: 'error',
      from: { path: '^miniapp/src/platform/' },
      to: { path: '^shared/src/', pathNot: '^shared/src/(contract/|time/|session/cookie\\.ts$)' },
    },
    {
      name: 'common-below-features',
      comment: 'What features share lies in the main package, which cannot import a subpackage.',
      severity: 'error',
      from: { path: '^miniapp/src/common/' },
      to: { path: '^miniapp/src/(features|pages)/' },
    },
    {
      name: 'common-has-no-cycles',
      comment: 'Two domains that import each other are one: put them in one folder.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^miniapp/src/common/' },
      to: { circular: true, viaOnly: { path: '^miniapp/src/common/' } },
    },
    {
      name: 'taro-behind-platform',
      comment:
        'One place knows what differs between WeChat and the web; components come from @tarojs/components.',
      severity: 'error',
      from: { path: '^miniapp/src', pathNot: '^miniapp/src/(platform/|app\\.tsx$)' },
      to: { path: 'node_modules/@tarojs/taro/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|migrations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
