export const historyPackage = {
  root: 'features/history',
  pages: {
    history: 'pages/list/index',
    revision: 'pages/version/index',
  },
} as const;
