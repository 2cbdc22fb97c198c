export const notificationsPackage = {
  root: 'features/notifications',
  pages: {
    notifications: 'pages/list/index',
  },
} as const;
