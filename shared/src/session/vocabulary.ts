export const roles = ['graduate', 'lead', 'teacher', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleNames = {
  graduate: '毕业生',
  lead: '宣传骨干',
  teacher: '就业指导老师',
  admin: '管理员',
} as const satisfies Record<Role, string>;

export const demoAccounts = ['graduate', 'lead', 'lead2', 'teacher', 'admin'] as const;
export type DemoAccount = (typeof demoAccounts)[number];
