import path from 'node:path';
import vm from 'node:vm';
import type { WeappPackage } from '../weapp-package';
import type { Realm } from './realm';

/** What a file handed to `App`, `Page`, `Component` or `Behavior`. */
export type Definition = Record<string, unknown>;

/** Names that WeChat's module wrapper declares without a value, so that `window.x` is a TypeError and not a DOM. */
const SHADOWED = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'webkit',
  'WeixinJSCore',
  'Reporter',
  'print',
  'WeixinJSBridge',
];

/** Loads the JavaScript files of a package as CommonJS modules, and keeps what they register. */
export class Modules {
  readonly pages = new Map<string, Definition>();
  readonly components = new Map<string, Definition>();
  app: Definition = {};
  private readonly loaded = new Map<string, { exports: unknown }>();
  /** Components may use one another in circles. */
  private readonly requested = new Set<string>();
  private loading = '';

  constructor(
    private readonly pkg: WeappPackage,
    private readonly realm: Realm,
  ) {
    realm.expose({
      App: (definition: Definition) => {
        this.app = definition;
      },
      Page: (definition: Definition) => this.pages.set(this.loading, definition),
      Component: (definition: Definition) => this.components.set(this.loading, definition),
      Behavior: (definition: Definition) => definition,
    });
  }

  /** Evaluates app.js, and at once the pages of the main package unless the app asks for lazy loading. */
  launch(): void {
    this.run('app.js');
    if (this.pkg.config.lazyCodeLoading === 'requiredComponents') return;
    for (const page of this.pkg.config.pages) this.load(page);
  }

  /** Evaluates a page or component and the components it uses, each once. */
  load(route: string): void {
    if (this.requested.has(route)) return;
    this.requested.add(route);
    for (const component of this.pkg.componentsOf(route).values()) this.load(component);
    this.run(`${route}.js`);
  }

  private run(file: string): unknown {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    if (!this.pkg.has(file)) throw this.realm.error(`module '${file}' is not defined`);
    const module = { exports: {} as unknown };
    this.loaded.set(file, module);
    const outer = this.loading;
    this.loading = file.replace(/\.js$/, '');
    try {
      const parameters = ['require', 'module', 'exports', ...SHADOWED].join(',');
      const source = `(function(${parameters}){${this.pkg.text(file)}\n})`;
      const wrapper = new vm.Script(source, { filename: path.join(this.pkg.dist, file) });
      const body = wrapper.runInContext(this.realm.context) as (...args: unknown[]) => void;
      body.call(undefined, (reference: string) => this.require(file, reference), module, module.exports);
    } finally {
      this.loading = outer;
    }
    return module.exports;
  }

  private require(from: string, reference: string): unknown {
    const resolved = this.pkg.resolve(from, reference);
    const file = resolved.endsWith('.js') ? resolved : `${resolved}.js`;
    const target = this.pkg.subpackageRootOf(file);
    if (target !== '' && target !== this.pkg.subpackageRootOf(from)) {
      throw this.realm.error(`${from} must not require ${file}: it is in subpackage ${target}`);
    }
    return this.run(file);
  }
}
