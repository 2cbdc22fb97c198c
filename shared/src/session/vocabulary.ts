export const roles = ['graduate', 'lead', 'teacher', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleNames = {
  graduate: '毕业生',
  lead: '宣传骨干',
  teacher: '就业指导老师',
  admin: '管理员',
} as const satisfies Record<Role, string>;

/**
 * What a person may do beyond single things: each word opens a row or a button on the person's own page. `publish-…` and
 * `import-jobs` need an open board of that kind on which the person may publish, `send-digests` one of either.
 */
export const personActions = [
  'publish-jobs',
  'import-jobs',
  'publish-posts',
  'send-digests',
  'see-roster',
  'see-people',
  'see-orphans',
  'see-mutes',
  'see-audit',
  'manage-boards',
] as const;
export type PersonAction = (typeof personActions)[number];

/** `newcomer` has signed in and is not verified yet. */
export const demoAccounts = ['graduate', 'lead', 'lead2', 'teacher', 'admin', 'newcomer'] as const;
export type DemoAccount = (typeof demoAccounts)[number];

export const studentNoLength = { max: 24 } as const;
/** OWASP's Authentication Cheat Sheet: at least 8, and room for a whole sentence. */
export const passwordLength = { min: 8, max: 128 } as const;

/** Parts of the profile that sign what people write: once the roster says them, nobody changes their own. */
export const rosterFields = ['major', 'graduationYear'] as const;

/** How a session was opened: in the mini-program, in a browser by cookie, or by a program that holds a token. */
export const sessionKinds = ['wechat', 'browser', 'program'] as const;
export type SessionKind = (typeof sessionKinds)[number];
