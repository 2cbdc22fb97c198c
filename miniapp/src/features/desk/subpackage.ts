export const deskPackage = {
  root: 'features/desk',
  pages: {
    desk: 'pages/desk/index',
    review: 'pages/review/index',
  },
} as const;
