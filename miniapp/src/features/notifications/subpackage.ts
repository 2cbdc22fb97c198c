export const notificationsPackage = {
  root: 'features/notifications',
  pages: {
    notifications: 'pages/list/index',
    messageSettings: 'pages/settings/index',
  },
} as const;
