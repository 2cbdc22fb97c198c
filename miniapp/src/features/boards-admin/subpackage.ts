export const boardsAdminPackage = {
  root: 'features/boards-admin',
  pages: {
    boardsAdmin: 'pages/list/index',
  },
} as const;
