import {
  buildCatalogue,
  type Catalogue,
  type MajorCategory,
  nationalCatalogue,
} from '@qihang/shared/jobs/majors/catalogue';
import { categoryName } from '@qihang/shared/jobs/majors/names';

/** A major as a school's own list names it. */
export interface SchoolMajor {
  name: string;
  /** 机械类 */
  className: string;
  /** 工学; null where the class is one of the national catalogue. */
  category: string | null;
  /** Other names of it, which readers and postings use. */
  aliases: string[];
}

/** Why a list cannot extend the national catalogue, by its place in the list. */
export interface ListProblem {
  index: number;
  message: string;
}

const parentOf = (name: string): string | undefined => nationalCatalogue.ancestorsOf(name)[0];
const shortName = (value: string): string => value.replace(/门类$/, '');

function problemOf(major: SchoolMajor, before: readonly SchoolMajor[]): string | null {
  const { levelOf } = nationalCatalogue;
  const { name, className, category } = major;
  const [level, classLevel] = [levelOf(name), levelOf(className)];
  if (name === '') return '没有写专业';
  if (className === '') return '没有写专业类';
  if (level === 'class' || level === 'category')
    return `“${name}”是${level === 'class' ? '专业类' : '门类'}，不是专业`;
  if (level === 'major' && parentOf(name) !== className)
    return `“${name}”在国家目录里属于${parentOf(name)}，不是${className}`;
  if (classLevel === 'major' || classLevel === 'category') return `“${className}”不是专业类`;
  if (before.some((one) => one.name === name)) return `“${name}”在上面已经有一行`;
  if (classLevel === 'class') {
    const parent = parentOf(className) ?? '';
    return category !== null && categoryName(category) !== parent
      ? `${className}属于${shortName(parent)}，不是${category}`
      : null;
  }
  if (category === null) return `国家目录里没有${className}，请写明它属于哪个门类`;
  if (levelOf(categoryName(category)) !== 'category') return `没有“${category}”这个门类`;
  const other = before.find((one) => one.className === className && one.category !== category);
  return other ? `${className}在上面写的是${other.category}，这里是${category}` : null;
}

function aliasProblemOf(major: SchoolMajor, all: readonly SchoolMajor[]): string | null {
  for (const alias of major.aliases) {
    if (nationalCatalogue.levelOf(alias) || all.some(({ name }) => name === alias))
      return `别名“${alias}”本身是一个专业的名称`;
    const other = all.find((one) => one !== major && one.aliases.includes(alias));
    if (other) return `别名“${alias}”也写在${other.name}下面`;
  }
  return null;
}

/** What keeps a list from extending the national catalogue, in Chinese; an empty list of problems means it can. */
export const listProblems = (list: readonly SchoolMajor[]): ListProblem[] =>
  list.flatMap((major, index) => {
    const message = problemOf(major, list.slice(0, index)) ?? aliasProblemOf(major, list);
    return message === null ? [] : [{ index, message }];
  });

/** The national catalogue with a school's list, which must have no {@link listProblems}. The school's aliases come first. */
export function extendNational(list: readonly SchoolMajor[]): Catalogue {
  const tree: MajorCategory[] = nationalCatalogue.tree.map((category) => ({
    ...category,
    classes: category.classes.map((one) => ({ ...one, majors: [...one.majors] })),
  }));
  for (const { name, className, category } of list) {
    const known = tree.flatMap(({ classes }) => classes).find((one) => one.name === className);
    if (known) {
      if (!known.majors.includes(name)) known.majors.push(name);
    } else tree.find((one) => one.name === category)?.classes.push({ name: className, majors: [name] });
  }
  const aliases = new Map(nationalCatalogue.aliases);
  for (const { name, aliases: others } of list)
    for (const alias of others) aliases.set(alias.toLowerCase(), [name]);
  return buildCatalogue(tree, aliases);
}
