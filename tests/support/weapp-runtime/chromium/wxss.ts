import type { WeappPackage } from '../weapp-package';
import { rpxToCss } from './rpx';

/** The styles of a page as one CSS text: app.wxss, then its components', then its own; imports and rpx resolved. */
export function cssOf(pkg: WeappPackage, route: string): string {
  const components = [...pkg.componentsOf(route).values()];
  return ['app', ...components, route]
    .map((name) => rpxToCss(resolved(pkg, `${name}.wxss`, new Set())))
    .join('\n');
}

function resolved(pkg: WeappPackage, file: string, seen: Set<string>): string {
  if (seen.has(file) || !pkg.has(file)) return '';
  seen.add(file);
  return pkg
    .text(file)
    .replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;?/g, (_, reference: string) =>
      resolved(pkg, pkg.resolve(file, reference), seen),
    );
}
