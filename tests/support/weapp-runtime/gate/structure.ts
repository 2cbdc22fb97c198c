import { themed } from '../theme';
import type { TabItem } from '../weapp-package';
import type { GateContext } from './findings';

const KB = 1024;

/** Files that app.json and the pages' json name: they exist, and tabs follow WeChat's rules. */
export function checkStructure({ pkg, error }: GateContext): void {
  for (const route of pkg.pages()) {
    for (const extension of ['js', 'json', 'wxml']) {
      if (!pkg.has(`${route}.${extension}`)) error(`page file ${route}.${extension} is missing`);
    }
  }
  for (const route of pkg.pages()) {
    for (const [tag, component] of pkg.componentsOf(route)) {
      if (!pkg.has(`${component}.js`)) error(`${route}: component <${tag}> ${component}.js is missing`);
    }
  }
  checkTabs({ pkg, error });
}

function checkTabs({ pkg, error }: Pick<GateContext, 'pkg' | 'error'>): void {
  const { tabs } = pkg;
  if (tabs.length === 0) return;
  if (tabs.length < 2 || tabs.length > 5) error(`tabBar has ${tabs.length} tabs, allowed are 2 to 5`);
  for (const tab of tabs) {
    if (!pkg.config.pages.includes(tab.pagePath))
      error(`tab page ${tab.pagePath} is not in the main package`);
    for (const icon of iconsOf(tab)) {
      for (const theme of ['light', 'dark'] as const) {
        const file = themed(pkg, icon, theme, '').replace(/^\//, '');
        if (!pkg.has(file) || file === '') error(`tab icon ${icon} (${theme}) is missing`);
        else if (!/\.(png|jpe?g)$/.test(file)) error(`tab icon ${file} is neither PNG nor JPEG`);
        else if (pkg.sizeOf(file) > 40 * KB) error(`tab icon ${file} is over 40 KB`);
      }
    }
  }
}

function iconsOf(tab: TabItem): string[] {
  return [tab.iconPath, tab.selectedIconPath].filter((icon) => icon !== undefined);
}
