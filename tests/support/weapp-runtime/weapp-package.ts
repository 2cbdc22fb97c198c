import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One entry of `tabBar.list` in app.json. */
export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

interface SubpackageConfig {
  root: string;
  pages: string[];
}

/** The part of app.json that the runtime and the gate read. */
export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: SubpackageConfig[];
  subpackages?: SubpackageConfig[];
  tabBar?: { color?: string; selectedColor?: string; backgroundColor?: string; list: TabItem[] };
  window?: WindowConfig;
  usingComponents?: Record<string, string>;
  lazyCodeLoading?: string;
  preloadRule?: Record<string, { packages: string[] }>;
  themeLocation?: string;
  networkTimeout?: { request?: number };
}

/** page.json or component.json. */
export interface PageConfig extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
}

/** A compiled mini-program on disk: the folder that WeChat's developer tools would upload. */
export class WeappPackage {
  readonly dist: string;
  readonly config: AppConfig;

  constructor(dist: string) {
    this.dist = path.resolve(dist);
    if (!this.has('app.json')) throw new Error(`${this.dist} has no app.json: build the mini-program first`);
    this.config = this.json<AppConfig>('app.json');
  }

  has(file: string): boolean {
    return existsSync(path.join(this.dist, file));
  }

  text(file: string): string {
    return readFileSync(path.join(this.dist, file), 'utf8');
  }

  sizeOf(file: string): number {
    return statSync(path.join(this.dist, file)).size;
  }

  json<T>(file: string): T {
    return JSON.parse(this.text(file)) as T;
  }

  /** Every file of the package, as sorted posix paths relative to its root. */
  files(): string[] {
    return readdirSync(this.dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.dist, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  }

  get subpackages(): SubpackageConfig[] {
    return this.config.subPackages ?? this.config.subpackages ?? [];
  }

  /** Root of the subpackage that holds `file`, with a trailing slash; '' for the main package. */
  subpackageRootOf(file: string): string {
    const roots = this.subpackages.map((subpackage) => subpackage.root.replace(/\/*$/, '/'));
    return roots.find((root) => file.startsWith(root)) ?? '';
  }

  /** Routes of all pages, main package first, without a leading slash. */
  pages(): string[] {
    const inSubpackages = this.subpackages.flatMap(({ root, pages }) =>
      pages.map((page) => path.posix.join(root, page)),
    );
    return [...this.config.pages, ...inSubpackages];
  }

  get tabs(): TabItem[] {
    return this.config.tabBar?.list ?? [];
  }

  isTab(route: string): boolean {
    return this.tabs.some((tab) => tab.pagePath === route);
  }

  /** The json beside a page or component; an absent one is empty. */
  configOf(route: string): PageConfig {
    return this.has(`${route}.json`) ? this.json<PageConfig>(`${route}.json`) : {};
  }

  /** Window settings of a page: its own over those of app.json. */
  windowOf(route: string): WindowConfig {
    return { ...this.config.window, ...this.configOf(route) };
  }

  /** Components a page or component may use: tag name → path of the component without extension. */
  componentsOf(route: string): Map<string, string> {
    const declared = { ...this.config.usingComponents, ...this.configOf(route).usingComponents };
    const local = this.configOf(route).usingComponents ?? {};
    return new Map(
      Object.entries(declared).map(([tag, target]) => [
        tag,
        this.resolve(tag in local ? route : 'app', target),
      ]),
    );
  }

  /** A reference as written in `from` (absolute from the root, or relative) as a path from the root. */
  resolve(from: string, reference: string): string {
    return reference.startsWith('/')
      ? path.posix.normalize(reference.slice(1))
      : path.posix.join(path.posix.dirname(from), reference);
  }
}
