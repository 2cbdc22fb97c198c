/** How a version came about; `found` is what was there before versions were kept. */
export const revisionKinds = ['created', 'imported', 'found', 'edited', 'confirmed', 'restored'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export const revisionKindNames = {
  created: '写成',
  imported: '导入',
  found: '以前的内容',
  edited: '修改',
  confirmed: '重新核实',
  restored: '用回旧版',
} as const satisfies Record<RevisionKind, string>;

/** Whether readers see a version: now, once, or never. */
export const revisionViews = ['now', 'before', 'never'] as const;
export type RevisionView = (typeof revisionViews)[number];

/** Consecutive saves of one person within so many minutes are one version, as long as nobody else could read them. */
export const foldMinutes = 10;

/** Versions of one piece. Above it the oldest one that readers never saw goes first. */
export const mostRevisions = 100;

/** A version is kept for so many days after another one took its place. */
export const revisionDays = 365;

/** An unpublished change is kept for so many days after it was saved last. */
export const workingCopyDays = 60;

/** How a passage of a comparison came about. */
export const partOps = ['same', 'added', 'removed'] as const;
