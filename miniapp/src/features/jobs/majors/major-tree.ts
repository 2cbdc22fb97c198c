/** The catalogue as the server sends it. */
export interface MajorTree {
  categories: { name: string; value: string; classes: { name: string; majors: string[] }[] }[];
}

export const toggled = (list: readonly string[], value: string) =>
  list.includes(value) ? list.filter((known) => known !== value) : [...list, value];

/** Ticks or unticks a name; names that it covers are unticked. */
export function toggledMajor(tree: MajorTree, ticked: readonly string[], value: string): string[] {
  const next = toggled(ticked, value);
  if (!next.includes(value)) return next;
  const below = tree.categories.flatMap((category) =>
    category.value === value
      ? category.classes.flatMap(({ name, majors }) => [name, ...majors])
      : category.classes.flatMap(({ name, majors }) => (name === value ? majors : [])),
  );
  return next.filter((name) => name === value || !below.includes(name));
}

/** Classes and majors whose name contains the word, classes first. */
export function searchedMajors({ categories }: MajorTree, word: string, most: number): string[] {
  const classes = categories.flatMap((category) => category.classes);
  const names = [...classes.map(({ name }) => name), ...classes.flatMap(({ majors }) => majors)];
  return [...new Set(names.filter((name) => name.includes(word)))].slice(0, most);
}
