import { catalogueData } from './catalogue-data';
import { categoryName, nationalAliases } from './names';

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

/** Levels of a catalogue, from the widest to the narrowest. */
export type MajorLevel = 'category' | 'class' | 'major';

/** Category, class and major as a tree, and the other names of them. Canonical names are unique over all levels. */
export interface Catalogue {
  /** In its official order. */
  tree: readonly MajorCategory[];
  /** Level of a canonical name; undefined for what the catalogue does not hold. */
  levelOf(name: string): MajorLevel | undefined;
  /** What lies above a canonical name, the nearest first: 车辆工程 → 机械类, 工学门类. */
  ancestorsOf(name: string): string[];
  /** Canonical names by alias, in lower case. */
  aliases: ReadonlyMap<string, readonly string[]>;
}

export function buildCatalogue(
  tree: readonly MajorCategory[],
  aliases: ReadonlyMap<string, readonly string[]>,
): Catalogue {
  const nodes = new Map<string, { level: MajorLevel; parent: string | null }>();
  for (const { value, classes } of tree) {
    nodes.set(value, { level: 'category', parent: null });
    for (const { name, majors } of classes) {
      nodes.set(name, { level: 'class', parent: value });
      for (const major of majors) nodes.set(major, { level: 'major', parent: name });
    }
  }
  return {
    tree,
    aliases,
    levelOf: (name) => nodes.get(name)?.level,
    ancestorsOf(name) {
      const above: string[] = [];
      for (let node = nodes.get(name); node?.parent; node = nodes.get(node.parent)) above.push(node.parent);
      return above;
    },
  };
}

/** The undergraduate catalogue of the Ministry of Education. */
export const nationalCatalogue = buildCatalogue(
  Object.entries(catalogueData).map(([name, classes]) => ({
    name,
    value: categoryName(name),
    classes: classes.map((entry) => {
      const [className = '', majors = ''] = entry.split(':');
      return { name: className, majors: majors.split(' ') };
    }),
  })),
  nationalAliases,
);
