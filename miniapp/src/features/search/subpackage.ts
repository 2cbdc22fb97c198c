export const searchPackage = {
  root: 'features/search',
  pages: {
    search: 'pages/index/index',
  },
} as const;
