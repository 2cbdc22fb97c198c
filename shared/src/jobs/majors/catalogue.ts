import { catalogueData } from './catalogue-data';
import { categoryName } from './names';

export interface MajorCategory {
  /** 工学 */
  name: string;
  /** What a filter names it by: 工学门类, since 法学 and others are majors too. */
  value: string;
  classes: MajorClass[];
}

export interface MajorClass {
  /** 机械类 */
  name: string;
  majors: string[];
}

/** The whole catalogue in its official order. */
export const majorTree: readonly MajorCategory[] = Object.entries(catalogueData).map(([name, classes]) => ({
  name,
  value: categoryName(name),
  classes: classes.map((entry) => {
    const [className = '', majors = ''] = entry.split(':');
    return { name: className, majors: majors.split(' ') };
  }),
}));

/** Levels of the catalogue, from the widest to the narrowest. */
export type MajorLevel = 'category' | 'class' | 'major';

interface Node {
  level: MajorLevel;
  parent: string | null;
}

const nodes = new Map<string, Node>();
for (const { value, classes } of majorTree) {
  nodes.set(value, { level: 'category', parent: null });
  for (const { name, majors } of classes) {
    nodes.set(name, { level: 'class', parent: value });
    for (const major of majors) nodes.set(major, { level: 'major', parent: name });
  }
}

/** Level of a canonical name; undefined for what the catalogue does not hold. */
export const levelOf = (name: string): MajorLevel | undefined => nodes.get(name)?.level;

/** What lies above a canonical name, the nearest first: 车辆工程 → 机械类, 工学门类. */
export function ancestorsOf(name: string): string[] {
  const above: string[] = [];
  for (let node = nodes.get(name); node?.parent; node = nodes.get(node.parent)) above.push(node.parent);
  return above;
}
