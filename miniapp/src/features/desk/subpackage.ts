export const deskPackage = {
  root: 'features/desk',
  pages: {
    desk: 'pages/desk/index',
  },
} as const;
