export const rosterPackage = {
  root: 'features/roster',
  pages: {
    roster: 'pages/list/index',
    rosterImport: 'pages/import/index',
    classCodes: 'pages/codes/index',
  },
} as const;
