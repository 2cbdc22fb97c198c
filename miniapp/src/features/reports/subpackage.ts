export const reportsPackage = {
  root: 'features/reports',
  pages: {
    myReports: 'pages/mine/index',
    moderationTotals: 'pages/totals/index',
  },
} as const;
