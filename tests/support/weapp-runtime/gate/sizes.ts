import type { GateContext } from './findings';

const KB = 1024;
const MB = 1024 * KB;

/** WeChat's limits for one package, for those preloaded from one page, and for all together. */
const PACKAGE_LIMIT = 2 * MB;
const PRELOAD_LIMIT = 2 * MB;
const TOTAL_LIMIT = 20 * MB;

/** A picture above this belongs on a server. */
const PICTURE_ADVICE = 200 * KB;

/** Kinds of files that WeChat packs; all others stay behind. */
const PACKED = /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|svg|cer|mp3|aac|m4a|mp4|wav|ogg|silk|wasm|br|cert)$/;
const NOT_PACKED = /^project\.(private\.)?config\.json$/;

/** Sizes of the packages against WeChat's limits and the project's own budget. */
export function checkSizes({ pkg, options, result, error, warn }: GateContext): void {
  const sizes = new Map<string, number>([['', 0]]);
  for (const file of pkg.files()) {
    if (!PACKED.test(file) || NOT_PACKED.test(file)) continue;
    const root = pkg.subpackageRootOf(file);
    const bytes = pkg.sizeOf(file);
    sizes.set(root, (sizes.get(root) ?? 0) + bytes);
    if (/\.(png|jpe?g|gif)$/.test(file) && bytes > PICTURE_ADVICE) warn(`picture ${file} has ${kb(bytes)}`);
  }
  result.packages.push(...[...sizes].map(([root, bytes]) => ({ root, bytes })));
  for (const [root, bytes] of sizes) {
    if (bytes > PACKAGE_LIMIT) error(`package ${root || '(main)'} has ${kb(bytes)}, over WeChat's 2 MB`);
  }
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total > TOTAL_LIMIT) error(`all packages have ${kb(total)}, over 20 MB`);
  const budget = (options.mainPackageKB ?? PACKAGE_LIMIT / KB) * KB;
  const main = sizes.get('') ?? 0;
  if (main > budget) error(`the main package has ${kb(main)}, over its budget of ${kb(budget)}`);
  for (const [page, { packages }] of Object.entries(pkg.config.preloadRule ?? {})) {
    const bytes = packages.reduce((sum, root) => sum + (sizes.get(root.replace(/\/*$/, '/')) ?? 0), 0);
    if (bytes > PRELOAD_LIMIT) error(`${page} preloads ${kb(bytes)}, over 2 MB`);
  }
}

function kb(bytes: number): string {
  return `${Math.ceil(bytes / KB)} KB`;
}
