import type { WeappPackage } from './weapp-package';
import type { Theme } from './wx/system';

/** Reads a value of app.json or a page's json, looking `@name` up in theme.json. */
export function themed(pkg: WeappPackage, value: string | undefined, theme: Theme, fallback: string): string {
  if (value === undefined) return fallback;
  if (!value.startsWith('@')) return value;
  const file = pkg.config.themeLocation ?? 'theme.json';
  const table = pkg.has(file) ? pkg.json<Partial<Record<Theme, Record<string, string>>>>(file) : {};
  return table[theme]?.[value.slice(1)] ?? fallback;
}
