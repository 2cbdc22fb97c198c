import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import type { OpenOptions } from '../support/weapp-runtime/options';

const FIXTURE = path.join(__dirname, '../support/weapp-runtime/fixture');

/** A mini-program whose first page has one button, 执行, and shows what its code says. */
export interface BlankPage {
  /** The app as the last `run` left it. */
  readonly app: MiniApp;
  readonly errors: string[];
  /** A copy of the fixture, for files of a test's own. */
  readonly folder: string;
  /** Opens the page with `code` behind its button, taps it, and returns what the code gave to `say`. */
  run(code: string, options?: Partial<OpenOptions>): Promise<string>;
}

/** Gives each test of the file its own; `base` is the text that the code knows under this name. */
export function useBlankPage(base: () => string = () => ''): BlankPage {
  let folder = '';
  let app: MiniApp | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'weapp-'));
    cpSync(FIXTURE, folder, { recursive: true });
  });

  afterEach(() => {
    app?.close();
    app = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get app() {
      if (!app) throw new Error('nothing runs yet');
      return app;
    },
    get errors() {
      return this.app.errors.map(({ message }) => message);
    },
    get folder() {
      return folder;
    },
    async run(code, options = {}) {
      writeFileSync(
        path.join(folder, 'pages/blank/index.js'),
        `Page({ data: { result: '' }, go() {
          const page = this; const base = ${JSON.stringify(base())};
          const say = (value) => page.setData({ result: typeof value === 'string' ? value : JSON.stringify(value) });
          ${code}
        } })`,
      );
      app?.close();
      app = await MiniApp.open({ dist: folder, path: 'pages/blank/index', ...options });
      await app.tap('执行');
      return app.text('#result');
    },
  };
}
