export const reviewPackage = {
  root: 'features/review',
  pages: {
    review: 'pages/queue/index',
  },
} as const;
